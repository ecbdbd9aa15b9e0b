import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMay } from '../api/access.ts';
import { type PreSetupTask, preSetupTasksQuery, setTaskDone, type TaskKey } from '../api/pre-setup-tasks.ts';
import { useWords } from '../messages/use-words.ts';
import { Bar } from '../parts/bar.tsx';
import { Loading } from '../parts/loading.tsx';
import { taskKeys } from './task-keys.ts';

/** The eight tasks, each explained; what a machine can check, it checks. */
export function PreSetupTasks({ headingLevel = 3 }: { readonly headingLevel?: 2 | 3 }) {
  const { say } = useWords();
  const tasks = useQuery(preSetupTasksQuery);
  if (tasks.isPending) return <Loading />;
  const states = new Map(tasks.data?.items.map((item) => [item.task, item]));
  const done = taskKeys.filter((key) => isReady(states.get(key))).length;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
      {tasks.data ? (
        <Bar
          label={say('tasks.title')}
          percent={(100 * done) / taskKeys.length}
          value={say('tasks.progress', { done, count: taskKeys.length })}
          tone={done === taskKeys.length ? 'good' : 'plain'}
        />
      ) : (
        <p className={style({ font: 'body-sm', margin: 0 })}>{say('tasks.away')}</p>
      )}
      <ol className={style({ listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' })}>
        {taskKeys.map((key, index) => (
          <Task
            key={key}
            Heading={headingLevel === 2 ? 'h2' : 'h3'}
            number={index + 1}
            task={key}
            state={states.get(key)}
          />
        ))}
      </ol>
    </div>
  );
}

function isReady(state: PreSetupTask | undefined): boolean {
  return state?.done === true;
}

interface TaskProps {
  readonly Heading: 'h2' | 'h3';
  readonly number: number;
  readonly task: TaskKey;
  readonly state: PreSetupTask | undefined;
}

function Task({ Heading, number, task, state }: TaskProps) {
  const { say } = useWords();
  return (
    <li
      className={style({
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 24,
        rowGap: 8,
        paddingY: 16,
        borderStyle: 'solid',
        borderXWidth: 0,
        borderTopWidth: 1,
        borderBottomWidth: 0,
        borderColor: 'gray-200',
      })}
    >
      <div className={style({ flexGrow: 1, flexBasis: 320, minWidth: 0 })}>
        <Heading className={style({ font: 'title', margin: 0 })}>
          {number}. {say(`task.${task}.title`)}
        </Heading>
        <p className={style({ font: 'body-sm', marginTop: 4, marginBottom: 0, maxWidth: 720 })}>
          {say(`task.${task}.text`)}
        </p>
      </div>
      {state && <TaskState task={task} state={state} />}
    </li>
  );
}

const checkColours = { passed: 'positive', failed: 'notice', manual: 'neutral', unknown: 'neutral' } as const;

function TaskState({ task, state }: { readonly task: TaskKey; readonly state: PreSetupTask }) {
  const { say, moment, trouble } = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const ticking = useMutation({
    mutationFn: (done: boolean) => setTaskDone(task, done),
    onSuccess: () => queries.invalidateQueries({ queryKey: preSetupTasksQuery.queryKey }),
    onError: (error) => ToastQueue.negative(trouble(error)),
  });
  const ticked =
    state.done && state.doneAt
      ? state.doneBy
        ? say('tasks.doneBy', { who: state.doneBy, date: moment(state.doneAt) })
        : say('tasks.doneAt', { date: moment(state.doneAt) })
      : undefined;
  return (
    <div className={style({ width: 240, display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 4 })}>
      {state.check !== 'manual' && (
        <StatusLight variant={checkColours[state.check]}>{say(`tasks.${state.check}`)}</StatusLight>
      )}
      {state.check !== 'passed' && (
        <Checkbox
          isSelected={ticking.isPending ? ticking.variables : state.done}
          isDisabled={!may('setPreSetupTask')}
          onChange={(done) => ticking.mutate(done)}
          aria-label={`${say(`task.${task}.title`)}: ${say('tasks.markDone')}`}
        >
          {say('tasks.markDone')}
        </Checkbox>
      )}
      {[state.detail, ticked].map(
        (line) =>
          line && (
            <span key={line} className={style({ font: 'detail-sm', color: 'neutral-subdued' })}>
              {line}
            </span>
          ),
      )}
    </div>
  );
}
