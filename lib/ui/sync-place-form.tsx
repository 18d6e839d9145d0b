/** Where the copy is to lie: which kind of storage, and the few fields each needs. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { SyncButtons } from './sync-dialog.tsx';
import { SyncField } from './sync-field.tsx';
import {
  nextcloudAddress,
  problemOf,
  type PlaceDraft,
  type PlaceField,
  type PlaceProblem,
  type Where,
} from './sync-place-draft.ts';
import { t, type MessageKey } from './text.ts';

export type SyncPlaceProps = {
  /** Those that this browser can, and that are asked for. */
  readonly wheres: readonly Where[];
  readonly draft: PlaceDraft;
  readonly problems: readonly PlaceProblem[];
  /** Over http to another machine: to be sent a second time, knowingly. */
  readonly isPlain: boolean;
  readonly onDraft: (change: Partial<PlaceDraft>) => void;
  /** Called within the click, in which a browser shows its own choice of folders. */
  readonly onPickFolder: () => void;
  /** Called within the click, in which a browser asks whether the host may be reached. */
  readonly onConnect: () => void;
  /** Said above the fields. */
  readonly children?: ComponentChildren;
};

export function SyncPlaceForm(props: SyncPlaceProps) {
  const { wheres, isPlain, onConnect, children } = props;
  return (
    <form
      class="transfer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onConnect();
      }}
    >
      {children}
      {wheres.length > 1 && <WhereChoice {...props} />}
      <Fields {...props} />
      <div role="alert">{isPlain && <p class="notice">{t('syncPlainHttp')}</p>}</div>
      <SyncButtons>
        <button type="submit" class="primary">
          {t(isPlain ? 'syncConnectPlain' : 'syncConnect')}
        </button>
      </SyncButtons>
    </form>
  );
}

const WHERE = {
  webdav: ['syncWebdavChoice', 'syncWebdavText'],
  s3: ['syncS3', 'syncS3Text'],
  couch: ['syncCouch', 'syncCouchText'],
  folder: ['syncFolder', 'syncFolderText'],
  code: ['syncCode', 'syncCodeText'],
} as const satisfies Record<Where, readonly [MessageKey, MessageKey]>;

/** All kinds in a row or two; of the chosen one, what it is for. */
function WhereChoice({ wheres, draft, onDraft }: SyncPlaceProps) {
  const help = useId();
  return (
    <fieldset class="wheres">
      <legend>{t('syncWhere')}</legend>
      <div class="wheres-in-row">
        {wheres.map((where) => (
          <label class="check" key={where}>
            <input
              type="radio"
              name="where"
              value={where}
              checked={where === draft.where}
              aria-describedby={where === draft.where ? help : undefined}
              onChange={() => onDraft({ where })}
            />
            <span>{t(WHERE[where][0])}</span>
          </label>
        ))}
      </div>
      <p id={help} class="meta">
        {t(WHERE[draft.where][1])}
      </p>
    </fieldset>
  );
}

function Fields(props: SyncPlaceProps) {
  switch (props.draft.where) {
    case 'webdav':
      return <WebdavFields {...props} />;
    case 'couch':
      return <CouchFields {...props} />;
    case 's3':
      return <S3Fields {...props} />;
    case 'folder':
      return <FolderFields {...props} />;
    case 'code':
      return field(props, 'code', 'syncCodeLabel', 'syncCodeHelp');
  }
}

const inWords = (field: PlaceField, problems: readonly PlaceProblem[]): string | null => {
  const key = problemOf(field, problems);
  return key === null ? null : t(key);
};

/** One line of the draft. */
const field = (
  { draft, problems, onDraft }: SyncPlaceProps,
  name: Exclude<PlaceField, 'folder'>,
  label: MessageKey,
  help?: MessageKey,
) => (
  <SyncField
    label={t(label)}
    kind={name === 'password' ? 'secret' : 'address'}
    value={draft[name]}
    onValue={(value) => onDraft({ [name]: value })}
    help={help === undefined ? undefined : t(help)}
    problem={inWords(name, problems)}
  />
);

function WebdavFields(props: SyncPlaceProps) {
  const { draft, onDraft } = props;
  const suggested = nextcloudAddress(draft.url, draft.user);
  return (
    <>
      {field(props, 'url', 'syncAddress', 'syncAddressHelp')}
      {field(props, 'user', 'syncUser')}
      {field(props, 'password', 'syncPassword', 'syncAppPassword')}
      {suggested !== null && (
        <p class="suggestion">
          {t('syncNextcloud')} <code dir="ltr">{suggested}</code>{' '}
          <button type="button" onClick={() => onDraft({ url: suggested })}>
            {t('syncUseAddress')}
          </button>
        </p>
      )}
    </>
  );
}

const CouchFields = (props: SyncPlaceProps) => (
  <>
    {field(props, 'url', 'syncAddress', 'syncCouchHelp')}
    {field(props, 'user', 'syncUser')}
    {field(props, 'password', 'syncPassword')}
  </>
);

const S3Fields = (props: SyncPlaceProps) => (
  <>
    {field(props, 'url', 'syncEndpoint', 'syncEndpointHelp')}
    {field(props, 'bucket', 'syncBucket')}
    {field(props, 'user', 'syncAccessKey')}
    {field(props, 'password', 'syncSecretKey')}
    <details>
      <summary>{t('syncMore')}</summary>
      <div class="transfer-form">
        {field(props, 'region', 'syncRegion', 'syncRegionHelp')}
        {field(props, 'prefix', 'syncPrefix')}
      </div>
    </details>
  </>
);

function FolderFields({ draft: { folder }, problems, onPickFolder }: SyncPlaceProps) {
  const problem = inWords('folder', problems);
  const id = useId();
  return (
    <div class="sync-field">
      <p>{folder === null ? t('syncFolderNone') : t('syncFolderPicked', folder)}</p>
      <button type="button" aria-describedby={problem === null ? undefined : id} onClick={onPickFolder}>
        {t('syncPickFolder')}
      </button>
      {problem !== null && (
        <p id={id} class="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
