import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCan } from '../api/access.ts';
import {
  type PreSetupTask,
  preSetupTaskKeys,
  preSetupTasksQuery,
  setTaskDone,
  type TaskKey,
} from '../api/pre-setup-tasks.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { ProgressBar } from '../components/progress-bar.tsx';
import { Loading } from '../components/loading.tsx';

/** The eight tasks, each explained, some checked by Perennial. */
export function PreSetupTasks({ headingLevel = 3 }: { readonly headingLevel?: 2 | 3 }) {
  const { t } = useI18n();
  const tasks = useQuery(preSetupTasksQuery);
  if (tasks.isPending) return <Loading />;
  const states = new Map(tasks.data?.items.map((item) => [item.task, item]));
  const done = preSetupTaskKeys.filter((key) => states.get(key)?.done).length;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
      {tasks.data ? (
        <ProgressBar
          label={t('tasks.title')}
          percent={(100 * done) / preSetupTaskKeys.length}
          value={t('tasks.progress', { done, count: preSetupTaskKeys.length })}
          tone={done === preSetupTaskKeys.length ? 'good' : 'plain'}
        />
      ) : (
        <p className={style({ font: 'body-sm', margin: 0 })}>{t('tasks.unavailable')}</p>
      )}
      <ol className={style({ listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' })}>
        {preSetupTaskKeys.map((key, index) => (
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

interface TaskProps {
  readonly Heading: 'h2' | 'h3';
  readonly number: number;
  readonly task: TaskKey;
  readonly state: PreSetupTask | undefined;
}

function Task({ Heading, number, task, state }: TaskProps) {
  const { t } = useI18n();
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
          {number}. {t(`task.${task}.title`)}
        </Heading>
        <p className={style({ font: 'body-sm', marginTop: 4, marginBottom: 0, maxWidth: 720 })}>
          {t(`task.${task}.text`)}
        </p>
      </div>
      {state && <TaskState task={task} state={state} />}
    </li>
  );
}

const checkColours = { passed: 'positive', failed: 'notice', manual: 'neutral', unknown: 'neutral' } as const;

function TaskState({ task, state }: { readonly task: TaskKey; readonly state: PreSetupTask }) {
  const { t, formatDateTime, errorMessage } = useI18n();
  const can = useCan();
  const queries = useQueryClient();
  const update = useMutation({
    mutationFn: (done: boolean) => setTaskDone(task, done),
    onSuccess: () => queries.invalidateQueries({ queryKey: preSetupTasksQuery.queryKey }),
    onError: (error) => ToastQueue.negative(errorMessage(error)),
  });
  const doneText =
    state.done && state.doneAt
      ? state.doneBy
        ? t('tasks.doneBy', { who: state.doneBy, date: formatDateTime(state.doneAt) })
        : t('tasks.doneAt', { date: formatDateTime(state.doneAt) })
      : undefined;
  return (
    <div className={style({ width: 240, display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 4 })}>
      {state.check !== 'manual' && (
        <StatusLight variant={checkColours[state.check]}>{t(`tasks.${state.check}`)}</StatusLight>
      )}
      {state.check !== 'passed' && (
        <Checkbox
          isSelected={update.isPending ? update.variables : state.done}
          isDisabled={!can('setPreSetupTask')}
          onChange={(done) => update.mutate(done)}
          aria-label={`${t(`task.${task}.title`)}: ${t('tasks.markDone')}`}
        >
          {t('tasks.markDone')}
        </Checkbox>
      )}
      {[state.detail, doneText].map(
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
