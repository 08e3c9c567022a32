import { sql } from 'kysely';
import type { Maker } from './population';

/** Each account manager looks after so many. */
const portfolio = 400;

/** Tiers without terms of their own: every fifth developer is in the one, every five-hundredth in the other. */
export const tiers = { common: 'tir_00000000000000000001', rare: 'tir_00000000000000000002' } as const;

/** A share from 0 to 1 that depends on the number and the name of the draw alone. */
const draw = (name: string) => sql`(abs(hashtext(n || ${sql.lit(` ${name}`)})::bigint) % 100000) / 100000.0`;

const places = sql`(values
  (0.00, 0.46, 'CN', 'Asia/Shanghai', 'zh-CN'), (0.46, 0.58, 'TW', 'Asia/Taipei', 'zh-CN'), (0.58, 0.72, 'US', 'America/New_York', 'en'),
  (0.72, 0.79, 'JP', 'Asia/Tokyo', 'en'), (0.79, 0.84, 'KR', 'Asia/Seoul', 'en'), (0.84, 0.89, 'DE', 'Europe/Berlin', 'en'),
  (0.89, 0.93, 'SG', 'Asia/Singapore', 'en'), (0.93, 0.96, 'BR', 'America/Sao_Paulo', 'en'), (0.96, 0.99, 'IN', 'Asia/Kolkata', 'en'),
  (0.99, 1.01, 'NZ', 'Pacific/Auckland', 'en')) place (low, high, country, time_zone, language)`;

const first = sql.lit(
  '{Amber,Harbour,Lantern,Silver,Maple,Orchid,River,Cedar,Coral,Summit,Willow,Comet,Velvet,Indigo,Pearl,Saffron,Meadow,Quartz,Aurora,Juniper}',
);
const second = sql.lit(
  '{Light,Mirror,Studio,Bloom,Pixel,Works,Kiosk,Atelier,Journey,Beauty,Retail,Vision,Garden,Signal,Canvas,Foundry,Harvest,Loom,Tide,Press}',
);
const legal = sql.lit('{Ltd.,Inc.,GmbH,"Pte. Ltd.","Co., Ltd."}');
const chinese = sql.lit(
  '{星海,云帆,晨光,清茶,明镜,远山,青禾,蓝湾,锦程,知微,若水,长风,映月,同舟,新芽,瑞雪,秋实,朝华,听潮,望舒}',
);
const trades = sql.lit('{美妆,影像,互动,网络,数字,时尚,零售,智能,文化,创意}');
const apps = sql.lit('{Mirror,Camera,"Try-on",Shop,Studio,Salon,Lens,Filter,试妆,相机,美颜,商城}');
const pick = (list: ReturnType<typeof sql.lit>, name: string, length: number) =>
  sql`(${list}::text[])[1 + floor(${draw(name)} * ${sql.lit(length)})::int]`;

/** Developers with their people, apps, live keys and the use of these; `born` says what is to become of each. */
export async function addDevelopers(db: Maker, count: number, now: Date): Promise<void> {
  await addManagers(db, Math.max(1, Math.ceil(count / portfolio)), now);
  await sql`create temp table born as
    select n, 'dev_' || lpad(n::text, 20, '0') as id, 1 + n % 5 as apps, place.country, place.time_zone, place.language,
      case when lot < 0.08 then 'onboarding' when lot < 0.28 then 'due' when lot < 0.32 then 'grace' when lot < 0.34 then 'restricted'
        when lot < 0.355 then 'suspended' when lot < 0.38 then 'offboarded' else 'active' end as standing,
      ${now}::timestamptz - make_interval(days => 40 + floor(${draw('age')} * 1400)::int) as enrolled_at,
      ${draw('day')} as day_lot,
      case when place.language = 'zh-CN'
        then ${pick(chinese, 'first', 20)} || ${pick(trades, 'trade', 10)} || '科技有限公司' || lpad(n::text, 6, '0')
        else ${pick(first, 'first', 20)} || ' ' || ${pick(second, 'second', 20)} || ' ' || lpad(n::text, 6, '0') || ' ' || ${pick(legal, 'legal', 5)}
      end as legal_name,
      (select person_id from managers where managers.n = born.n % (select count(*) from managers)) as manager_id
    from (select n, ${draw('standing')} as lot, ${draw('place')} as place_lot from generate_series(1, ${sql.lit(count)}) n) born
    join ${places} on place_lot >= place.low and place_lot < place.high`.execute(db);
  // A first due day lies 30 days after the enrolment.
  await sql`update born set enrolled_at = ${now}::timestamptz - make_interval(days => floor(day_lot * 30)::int, hours => 1)
    where standing = 'onboarding'`.execute(db);
  await sql`create unique index on born (id)`.execute(db);
  await sql`analyze born`.execute(db);
  await sql`insert into tiers (id, name, created_by, created_at)
    select id, name, (select min(person_id) from managers), ${now}::timestamptz
    from (values (${tiers.common}, 'Gold (seeded)'), (${tiers.rare}, 'Pilot (seeded)')) tier (id, name)`.execute(db);
  await sql`insert into developers (id, time_zone, country, language, enrolled_at, last_decision_at, tier_id, offboarded_at)
    select id, time_zone, country, language, enrolled_at, enrolled_at,
      case when n % 5 = 0 then ${tiers.common} when n % 500 = 1 then ${tiers.rare} end,
      case when standing = 'offboarded' then ${now}::timestamptz - interval '20 days' end from born`.execute(db);
  await sql`insert into developer_profiles select id, legal_name, manager_id, enrolled_at from born`.execute(db);
  await addContacts(db);
  await addApps(db, now);
  await sql`drop table managers`.execute(db);
}

/** Those account managers that are there look after developers too. */
async function addManagers(db: Maker, count: number, now: Date): Promise<void> {
  await sql`insert into people (id, name, email, email_normalised, created_at)
    select 'per_m' || lpad(n::text, 19, '0'), 'Manager ' || n, 'manager-' || n || '@vendor.example', 'manager-' || n || '@vendor.example', ${now}::timestamptz
    from generate_series(1, ${sql.lit(count)}) n`.execute(db);
  await sql`insert into staff (person_id, role, language, is_active, added_at)
    select 'per_m' || lpad(n::text, 19, '0'), 'am', 'en', true, ${now}::timestamptz from generate_series(1, ${sql.lit(count)}) n`.execute(
    db,
  );
  await sql`create temp table managers as
    select row_number() over (order by person_id) - 1 as n, person_id from staff where role = 'am' and is_active`.execute(
    db,
  );
}

async function addContacts(db: Maker): Promise<void> {
  for (const role of ['signatory', 'backup'] as const) {
    const person = sql`'per_' || ${sql.lit(role.charAt(0))} || lpad(n::text, 19, '0')`;
    const email = sql`${sql.lit(role)} || '-' || n || '@developer.example'`;
    await sql`insert into people (id, name, email, email_normalised, created_at)
      select ${person}, ${pick(first, 'person', 20)} || ' ' || n, ${email}, ${email}, enrolled_at from born`.execute(
      db,
    );
    await sql`insert into memberships (person_id, developer_id, role, language, is_introducer, added_at, verified_at)
      select ${person}, id, ${role}, language, true, enrolled_at, enrolled_at from born`.execute(db);
  }
}

async function addApps(db: Maker, now: Date): Promise<void> {
  const appId = sql`'app_' || lpad((n * 10 + place)::text, 20, '0')`;
  await sql`insert into apps (id, developer_id, sdk_product, entry, standing, standing_changed_at, registered_at, first_accepted_at,
      covered_through_on, risk_flags, retired_at)
    select ${appId}, id, (array['native', 'native', 'wechat-mini', 'native', 'taobao-mini'])[1 + (n + place) % 5],
      case when standing = 'onboarding' then 'registered' else 'imported' end,
      case when place = 1 or standing in ('onboarding', 'due', 'offboarded') then standing else 'active' end,
      enrolled_at, enrolled_at,
      case when standing <> 'onboarding' then enrolled_at + interval '30 days' end,
      case when standing in ('active', 'grace', 'restricted', 'suspended', 'due') then (${now}::timestamptz + interval '30 days')::date end,
      '[]', case when standing = 'offboarded' then ${now}::timestamptz - interval '20 days' end
    from born cross join lateral generate_series(1, apps) place`.execute(db);
  await sql`insert into app_profiles
    select apps.id, apps.developer_id, split_part(profile.legal_name, ' ', 1) || ' ' || ${sql`(${apps}::text[])[1 + (abs(hashtext(apps.id)::bigint) % 12)::int]`} || ' ' || right(apps.id, 1), apps.registered_at
    from apps join born on born.id = apps.developer_id join developer_profiles profile on profile.developer_id = born.id`.execute(
    db,
  );
  await sql`insert into keys (id, developer_id, app_id, environment, state, issued_at)
    select 'key_' || substr(apps.id, 5), apps.developer_id, apps.id, 'live',
      case apps.standing when 'suspended' then 'suspended' when 'offboarded' then 'revoked' else 'active' end, apps.registered_at
    from apps join born on born.id = apps.developer_id where apps.standing <> 'onboarding'`.execute(db);
  await sql`insert into key_secrets (key_id, app_id, hash, name, prefix, last_four)
    select keys.id, keys.app_id, encode(sha256(keys.id::bytea), 'hex'), 'production', 'avow_live_', right(keys.id, 4)
    from keys join born on born.id = keys.developer_id`.execute(db);
  // What is near its end is looked at by how much it is used.
  await sql`insert into key_usage (key_id, hour_at, count)
    select keys.id, date_trunc('hour', ${now}::timestamptz) - make_interval(hours => hour), 1 + abs(hashtext(keys.id || hour)::bigint) % 5000
    from keys join apps on apps.id = keys.app_id join born on born.id = keys.developer_id cross join generate_series(1, 6) hour
    where apps.standing in ('grace', 'restricted', 'suspended')`.execute(db);
}
