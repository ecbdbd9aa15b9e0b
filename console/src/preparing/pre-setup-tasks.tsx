import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { Meter } from '@react-spectrum/s2/Meter';
import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type PreSetupTask, preSetupTasksQuery, setTaskDone } from '../api/pre-setup-tasks.ts';
import { useWords } from '../messages/use-words.ts';
import { Loading } from '../parts/loading.tsx';
import { type TaskKey, taskKeys } from './task-keys.ts';

/** The eight tasks, each explained; what a machine can check, it checks. */
export function PreSetupTasks() {
  const { say } = useWords();
  const tasks = useQuery(preSetupTasksQuery);
  if (tasks.isPending) return <Loading />;
  const states = new Map(tasks.data?.items.map((item) => [item.task, item]));
  const done = taskKeys.filter((key) => isReady(states.get(key))).length;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
      {tasks.data ? (
        <Meter
          label={say('tasks.title')}
          value={(100 * done) / taskKeys.length}
          valueLabel={say('tasks.progress', { done, count: taskKeys.length })}
          variant={done === taskKeys.length ? 'positive' : 'informative'}
          styles={style({ width: 'full', maxWidth: 480 })}
        />
      ) : (
        <p className={style({ font: 'body-sm', margin: 0 })}>{say('tasks.away')}</p>
      )}
      <ol className={style({ listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' })}>
        {taskKeys.map((key, index) => (
          <Task key={key} number={index + 1} task={key} state={states.get(key)} />
        ))}
      </ol>
    </div>
  );
}

function isReady(state: PreSetupTask | undefined): boolean {
  return state !== undefined && (state.done || state.check === 'passed');
}

interface TaskProps {
  readonly number: number;
  readonly task: TaskKey;
  readonly state: PreSetupTask | undefined;
}

function Task({ number, task, state }: TaskProps) {
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
        <h3 className={style({ font: 'title', margin: 0 })}>
          {number}. {say(`task.${task}.title`)}
        </h3>
        <p className={style({ font: 'body-sm', marginTop: 4, marginBottom: 0, maxWidth: 720 })}>
          {say(`task.${task}.text`)}
        </p>
      </div>
      {state && <TaskState task={task} state={state} />}
    </li>
  );
}

function TaskState({ task, state }: { readonly task: TaskKey; readonly state: PreSetupTask }) {
  const { say, moment, trouble } = useWords();
  const queries = useQueryClient();
  const ticking = useMutation({
    mutationFn: (done: boolean) => setTaskDone(task, done),
    onSuccess: () => queries.invalidateQueries({ queryKey: preSetupTasksQuery.queryKey }),
    onError: (error) => ToastQueue.negative(trouble(error)),
  });
  const isChecked = state.check === 'passed' || state.check === 'failed';
  const ticked =
    state.done && state.doneAt
      ? state.doneBy
        ? say('tasks.doneBy', { who: state.doneBy, date: moment(state.doneAt) })
        : say('tasks.doneAt', { date: moment(state.doneAt) })
      : undefined;
  return (
    <div className={style({ width: 240, display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 4 })}>
      {isChecked && (
        <StatusLight variant={state.check === 'passed' ? 'positive' : 'notice'}>
          {say(state.check === 'passed' ? 'tasks.passed' : 'tasks.failed')}
        </StatusLight>
      )}
      {state.check !== 'passed' && (
        <Checkbox
          isSelected={ticking.isPending ? ticking.variables : state.done}
          onChange={(done) => ticking.mutate(done)}
          aria-label={`${say(`task.${task}.title`)}: ${say('tasks.markDone')}`}
        >
          {say('tasks.markDone')}
        </Checkbox>
      )}
      {(state.detail ?? ticked) && (
        <span className={style({ font: 'detail-sm', color: 'neutral-subdued' })}>{ticked ?? state.detail}</span>
      )}
    </div>
  );
}
