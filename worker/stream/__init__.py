"""The imperative shell: the only importer of Faust and aiokafka.

No wait on Kafka is without a bound, and no bound without an end. `new producer`: lane.py closes the old one, fences,
and asks what is committed; twice on one batch, then the process ends. `70`: the process ends for its supervisor.

    wait                                         bound                              end
    epoch.py        open (InitProducerId)        OPEN_SECONDS                       70
                    close                        CLOSE_SECONDS, and a sixth more    goes on: fenced anyway
    transaction.py  begin, send, deliveries      transaction_timeout_seconds        new producer, fewer articles
                    offsets, commit              transaction_timeout_seconds        new producer, fewer articles
    lane.py         where it stands, begins      ASK_SECONDS                        70
                    sleep of a fenced lane       session_timeout_seconds            new producer, or revoked
                    refusals of one batch        REFUSALS, a new producer each      70
                    a store that breaks          TRIES rebuilds                     70
                    articles in the pool         a chunk of each other lane         its turn: pool/turns.py
                    an article in work           article_deadline_seconds           a dead letter
                    records to come              none: a quiet topic is no fault    watch.py
    changelog.py    start, its two ends          STALL_SECONDS                      70
                    each step                    STALL_SECONDS                      70
                    stop                         STOP_SECONDS                       goes on
    sizes.py        limits of the topics         ASK_SECONDS                        Kafka's default until refused
    intake.py       fetch, seek, rebalance       the client's own retries           health.py, watch.py: 70
    watch.py        where partitions end         EVERY_SECONDS                      next round; silence: 70
    reach.py        the first answer             PATIENCE_SECONDS                   5
                    topics as they must be       TOPIC_SECONDS                      4
    presence.py     what a command asks of one   ASK_SECONDS                        the command's
    app.py          what is read at a stop       drain_seconds                      3
                    everything else at a stop    LETTING_GO_SECONDS                 a thread ends the process

health.py ends a process whose partition has records and makes no progress for liveness_stall_seconds, or whose
rebalance takes as long. Progress is a commit, an answer to an article of its own, or, while all of them wait their
turn, any answer of the pool. A task that is cancelled by nobody, or raises whatever it may, ends it at once (app.py).
"""
