-- pull(nonce, generation, applied, maximum)
-- It writes on purpose: a replica, a full server and a master that has lost its replicas refuse it before any effect, and so a
-- lease is never renewed by a server that does not see the revalidations.
redis.call('HSET', state, 'beat', text(now))
return answer(ARGV[4])
