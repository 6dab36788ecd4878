-- The truth. Everything else in .kb/ can be made again from these tables and the original files.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
    id         TEXT PRIMARY KEY,
    type       TEXT NOT NULL,
    number     TEXT NOT NULL,
    number_key TEXT NOT NULL,          -- the number folded for comparison: 37-qd-tw
    title      TEXT NOT NULL,
    issuer     TEXT NOT NULL,
    signer     TEXT NOT NULL,
    date       TEXT,                   -- ISO; NULL where the file gives none
    edition    TEXT NOT NULL,
    source     TEXT NOT NULL,
    aliases    TEXT NOT NULL,          -- JSON list
    doubts     TEXT NOT NULL,          -- JSON list of [field, how sure]
    text       TEXT NOT NULL,
    pages      TEXT NOT NULL,          -- JSON list of offsets
    removed    TEXT NOT NULL,          -- JSON list of [text, reason, page]
    revision   INTEGER NOT NULL        -- of the commit that wrote this row
) STRICT;
CREATE INDEX documents_number ON documents (number_key);

CREATE TABLE files (
    path     TEXT PRIMARY KEY,         -- absolute
    root     TEXT NOT NULL,            -- the folder or file the person named
    sha256   TEXT NOT NULL,
    size     INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    read_by  INTEGER NOT NULL,         -- version of the reading code
    document TEXT REFERENCES documents (id) ON DELETE SET NULL,
    reason   TEXT NOT NULL,            -- empty, or why the file was set aside
    retry    INTEGER NOT NULL          -- 1: set aside for another file, which may go
) STRICT;
CREATE INDEX files_document ON files (document);

CREATE TABLE provisions (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    address  TEXT NOT NULL,
    path     TEXT NOT NULL,            -- JSON list
    heading  TEXT NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX provisions_address ON provisions (document, address);

CREATE TABLE citations (
    document       TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal        INTEGER NOT NULL,
    text           TEXT NOT NULL,
    start          INTEGER NOT NULL,
    "end"          INTEGER NOT NULL,
    full_start     INTEGER NOT NULL,
    full_end       INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end   INTEGER NOT NULL,
    type           TEXT NOT NULL,
    number         TEXT NOT NULL,
    symbol         TEXT NOT NULL,
    symbol_key     TEXT NOT NULL,
    date           TEXT,
    issuer         TEXT NOT NULL,
    unit           TEXT NOT NULL,      -- JSON list, from the largest unit down
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_symbol ON citations (symbol_key);

CREATE TABLE passages (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,   -- never given out twice: the caches rely on it
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    address  TEXT NOT NULL,            -- of its provision; empty before the first one
    label    TEXT NOT NULL,            -- Quy định 22-QĐ/TW › Điều 8 › khoản 2
    context  TEXT NOT NULL,            -- titles above it, searched along with it
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    hash     TEXT NOT NULL,            -- of context and text: the key of its vector
    words    TEXT NOT NULL,            -- segmented words, one space between, _ inside a word
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX passages_document ON passages (document);
CREATE INDEX passages_hash ON passages (hash);
CREATE INDEX passages_revision ON passages (revision);

CREATE TABLE removed_passages (
    id       INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL
) STRICT;

CREATE TABLE vectors (
    model  TEXT NOT NULL,
    hash   TEXT NOT NULL,
    vector BLOB NOT NULL,              -- float32, little-endian, length 1
    PRIMARY KEY (model, hash)
) STRICT;

CREATE TABLE runs (
    id        INTEGER PRIMARY KEY,
    started   TEXT NOT NULL,
    finished  TEXT,                    -- NULL: interrupted
    roots     TEXT NOT NULL,           -- JSON list
    report    TEXT NOT NULL            -- JSON object of counts
) STRICT;
