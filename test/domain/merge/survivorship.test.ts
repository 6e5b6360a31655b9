// Which value of a column stays when customers become one.
import { type Given, into, label } from './pool';

const stage = (id: string) => label('stage', id);
const status = (id: string) => label('sales_status', id);
const consent = (id: string) => label('consent', id);

test.each<[string, Given, Given[], Given]>([
  ['the master’s own word stands', { company: '甲' }, [{ company: '乙' }], { company: '甲' }],
  ['an empty cell takes the newest other', {}, [{ company: '旧' }, { company: '新' }], { company: '新' }],
  [
    'newest by its last change',
    {},
    [{ company: '改过', updated_at: '2026-06-01 09:00' }, { company: '新' }],
    { company: '改过' },
  ],
  ['tags are put together', { tags: 'a; b' }, [{ tags: 'b；c' }], { tags: 'a; b; c' }],
  ['interests in a list are told apart', { interests: '茶、登山' }, [{ interests: '登山，书' }], { interests: '茶; 登山; 书' }],
  [
    'links are put together',
    { attachment_url: 'https://a.example/x,y' },
    [{ attachment_url: 'https://b.example' }],
    { attachment_url: 'https://a.example/x,y; https://b.example' },
  ],
  [
    'notes are joined with id and day',
    { remark: '老客户' },
    [{ remark: '要发票' }],
    { remark: '老客户\n[C-000002 2026-01-02] 要发票' },
  ],
  ['the same note is not said twice', { needs: '一台样机，急' }, [{ needs: '一台样机' }], { needs: '一台样机，急' }],
  [
    'the most advanced stage',
    { stage: stage('lead') },
    [{ stage: stage('repeat') }, { stage: stage('lost') }],
    { stage: stage('repeat') },
  ],
  ['lost only if all are', { stage: stage('lost') }, [{ stage: stage('lost') }], { stage: stage('lost') }],
  [
    'a key customer stays one',
    { tier: label('tier', 'prospect') },
    [{ tier: label('tier', 'key') }],
    { tier: label('tier', 'key') },
  ],
  [
    'the most advanced status and its day',
    { sales_status: status('quoted'), status_since: '2026-02-01' },
    [{ sales_status: status('won'), status_since: '2026-03-01' }],
    { sales_status: status('won'), status_since: '2026-03-01' },
  ],
  [
    'invalid only if all are',
    { sales_status: status('invalid') },
    [{ sales_status: status('todo') }],
    { sales_status: status('todo') },
  ],
  [
    'a spelling nobody knows does not win',
    { sales_status: '随便' },
    [{ sales_status: status('todo') }],
    { sales_status: status('todo') },
  ],
  [
    'withdrawn consent binds, with its day',
    { consent_status: consent('given'), consent_date: '2026-02-01' },
    [{ consent_status: consent('withdrawn'), consent_date: '2026-03-01' }],
    { consent_status: consent('withdrawn'), consent_date: '2026-03-01' },
  ],
  [
    'no consent binds more than consent',
    { consent_status: consent('given'), consent_date: '2026-02-01' },
    [{ consent_status: consent('none') }],
    { consent_status: consent('none') },
  ],
  [
    'do not disturb binds',
    { contact_pref: label('contact_pref', 'phone') },
    [{ contact_pref: label('contact_pref', 'do_not_disturb') }],
    { contact_pref: label('contact_pref', 'do_not_disturb') },
  ],
  [
    'the earliest day to come',
    { next_follow_up: '2026-12-01' },
    [{ next_follow_up: '2026-11-24' }, { next_follow_up: '2026-11-01' }],
    { next_follow_up: '2026-11-24' },
  ],
  ['today is to come', { next_follow_up: '2026-12-01' }, [{ next_follow_up: '2026-11-23' }], { next_follow_up: '2026-11-23' }],
  [
    'else the latest day gone by',
    { next_follow_up: '2026-10-01' },
    [{ next_follow_up: '2026-11-01' }],
    { next_follow_up: '2026-11-01' },
  ],
  [
    'the source of the oldest',
    { source: '广告', created_at: '2026-05-01 09:00' },
    [{ source: '展会' }],
    { source: '展会', created_at: '2026-01-02 09:00' },
  ],
  [
    'a customer of the pool goes to who has him',
    {},
    [{ owner: '李雷', protect_until: '2026-12-01' }],
    { owner: '李雷', protect_until: '2026-12-01' },
  ],
  ['nobody takes a protection without its owner', { owner: '李雷' }, [{ protect_until: '2026-12-01' }], { owner: '李雷' }],
  [
    'orders add up',
    { order_count: 2, total_spend: 0.1, last_order: '2026-02-01' },
    [{ order_count: 1, total_spend: 0.2, last_order: '2026-03-01' }],
    { order_count: 3, total_spend: 0.3, last_order: '2026-03-01' },
  ],
  ['no city of another province', { province: '广东省' }, [{ province: '北京市', city: '北京市' }], { province: '广东省' }],
  [
    'a city of the same province',
    { province: '广东省' },
    [{ province: '广东省', city: '深圳市' }],
    { province: '广东省', city: '深圳市' },
  ],
  ['nothing waits to be done twice', {}, [{ quick: '已联系', claim: '李雷' }], {}],
])('%s', (_title, master, others, expected) => {
  const { customer_id: _id, name: _name, ...rest } = into(master, ...others);
  const set = Object.fromEntries(Object.entries(rest).filter(([key, cell]) => cell !== 'x' && key !== 'created_at'));
  const { created_at: made, ...wanted } = expected;
  expect(set).toEqual(wanted);
  if (made !== undefined) expect(rest['created_at']).toBe(made);
});
