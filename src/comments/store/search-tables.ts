import { type RawBuilder, sql } from 'kysely';

/** The columns of a comment that are searched. */
const SEARCHED = sql`raw, name, email, website`;

const NOTE_DUE = sql`
  insert into search_due (comment, times) values (new.id, 1)
  on conflict (comment) do update set times = search_due.times + 1`;

const FORGET_GRAMS = sql`
  delete from search_grams where rowid = (select number from search_rows where comment = old.id)`;

/**
 * SQLite keeps the grams of each comment as words of a full-text index that holds no text
 * (https://sqlite.org/fts5.html#contentless_delete_tables). Its rows have numbers of their own: those of
 * `comments` change when a database is compacted.
 */
export const SQLITE_SEARCH: readonly RawBuilder<unknown>[] = [
  sql`create table search_rows (number integer primary key, comment text not null unique) strict`,
  sql`create virtual table search_grams using fts5
    (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')`,
  sql`create trigger search_added after insert on comments begin ${NOTE_DUE}; end`,
  sql`create trigger search_changed after update of ${SEARCHED} on comments begin
    ${NOTE_DUE}; ${FORGET_GRAMS}; end`,
  sql`create trigger search_removed after delete on comments begin
    ${FORGET_GRAMS};
    delete from search_rows where comment = old.id;
    delete from search_due where comment = old.id; end`,
];

/**
 * PostgreSQL keeps them as an array under an inverted index, which every server has, unlike the
 * extension pg_trgm. They stand apart from the row, which stays small to read.
 */
export const POSTGRES_SEARCH: readonly RawBuilder<unknown>[] = [
  sql`create table search_rows (
    comment text collate "C" primary key, grams integer[] not null
  ) with (toast_tuple_target = 128)`,
  sql`create index search_grams on search_rows using gin (grams)`,
  sql`create function search_note() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        delete from search_rows where comment = old.id;
        delete from search_due where comment = old.id;
        return null;
      end if;
      if tg_op = 'UPDATE' then
        update search_rows set grams = '{}' where comment = old.id;
      end if;
      ${NOTE_DUE};
      return null;
    end $$`,
  sql`create trigger search_noted after insert or delete or update of ${SEARCHED} on comments
    for each row execute function search_note()`,
];
