-- The beginning of every script on a tag space.
--   KEYS  state, log      ARGV  nonce (64 random bits, new for each call), generation and last sequence that the caller has applied
-- All numbers are decimal text, exact below 2^53.
--
-- A generation is the life of one master. At a promotion or a restart a tail of acknowledged writes may be gone, and numbers
-- would be issued again while entries on other shards carry them already: so whatever was stored before is refused then.
-- The clock never comes from the caller. It begins with TIME only so that sequences look ever-growing.
local state, log = KEYS[1], KEYS[2]
local nonce, generation, applied = ARGV[1], ARGV[2], tonumber(ARGV[3])

local function text(number)
  return string.format('%.0f', number)
end

-- Empty if the server refuses INFO to this user.
local function master()
  local info = redis.pcall('INFO', 'replication')
  return type(info) == 'string' and string.match(info, 'master_replid:(%x+)') or ''
end

local function microseconds()
  local time = redis.call('TIME')
  return time[1] * 1000000 + time[2]
end

local now, id = microseconds(), master()
local held = redis.call('HMGET', state, 'gen', 'id', 'clk')
local isNew = not held[1] or not held[3] or held[2] ~= id
local isBehind = held[1] == generation and held[3] and tonumber(held[3]) < applied
if isNew or isBehind then
  local clock = text(math.max(now, tonumber(held[3] or 0)))
  redis.call('DEL', state, log)
  redis.call('HSET', state, 'gen', nonce, 'id', id, 'clk', clock, 'floor', clock, 'bytes', 0)
end
