package errand.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.PostgresServer;
import errand.events.ConversationAdvanced;
import errand.orchestrator.web.Ids;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** How fast a fold and its rows are, without Kafka: prints plans per second. */
@Tag("measure")
class ViewMeasure {

    private static final int PLANS = 20_000;
    private static final int IN_FLIGHT = 100;
    private static final int BATCH = 500;

    @Test
    void folds_plans(@TempDir Path data) throws Exception {
        try (PostgresServer server = PostgresServer.start(data)) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(server.jdbcUrl());
            database.setUser(server.username());
            database.setPassword(server.password());
            database.setCurrentSchema("orchestrator");
            Flyway.configure()
                    .dataSource(database)
                    .schemas("orchestrator")
                    .locations("classpath:db/orchestrator")
                    .load()
                    .migrate();
            ViewStore store = new ViewStore(database);
            run(store, 2_000);
            assertThat(run(store, PLANS)).isPositive();
        }
    }

    private static double run(ViewStore store, int plans) throws Exception {
        List<ConversationAdvanced> records = interleaved(plans);
        Map<Integer, Long> expected = new HashMap<>(store.offsets(Set.of(0)));
        Standings standings = new Standings(store, 5_000);
        var cpu = java.lang.management.ManagementFactory.getThreadMXBean();
        long busy = cpu.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        for (int from = 0; from < records.size(); from += BATCH) {
            List<ConversationAdvanced> part =
                    records.subList(from, Math.min(records.size(), from + BATCH));
            Set<String> ids = new HashSet<>();
            part.forEach(record -> ids.add(record.getConversationId()));
            standings.fetch(ids);
            Batch batch = new Batch();
            long offset = expected.getOrDefault(0, 0L);
            for (ConversationAdvanced record : part) {
                batch.read(0, offset);
                Fold.Folded folded =
                        Fold.fold(
                                standings.get(record.getConversationId()),
                                record,
                                new Fold.Place(0, offset++));
                if (folded != null) {
                    standings.put(folded.standing());
                    batch.add(folded);
                }
            }
            store.write(batch, expected);
            expected.putAll(batch.next);
            standings.trim();
        }
        double perSecond = plans / ((System.nanoTime() - begun) / 1e9);
        double micros = (cpu.getCurrentThreadCpuTime() - busy) / 1e3 / plans;
        System.out.printf(
                "view: %.0f plans/s, %.0f us of CPU a plan in Java (%d records in batches of %d)%n",
                perSecond, micros, records.size(), BATCH);
        return perSecond;
    }

    /** As an engine writes them with many plans under way at once. */
    private static List<ConversationAdvanced> interleaved(int plans) {
        List<ConversationAdvanced> records = new ArrayList<>();
        Queue<Queue<ConversationAdvanced>> running = new ArrayDeque<>();
        int begun = 0;
        while (begun < plans || !running.isEmpty()) {
            while (begun < plans && running.size() < IN_FLIGHT) {
                begun++;
                running.add(
                        new ArrayDeque<>(
                                new Story("c_" + Ids.next()).fourSteps("p_" + Ids.next())));
            }
            Queue<ConversationAdvanced> next = running.remove();
            records.add(next.remove());
            if (!next.isEmpty()) {
                running.add(next);
            }
        }
        return records;
    }
}
