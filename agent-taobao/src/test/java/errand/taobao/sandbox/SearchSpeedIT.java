package errand.taobao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.runtime.sandbox.Table;
import errand.taobao.market.GoodsOffers;
import errand.taobao.market.GoodsSearch;
import errand.taobao.market.WholesaleOffers;
import errand.taobao.market.WholesaleSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A world of ten times the usual size answers as fast as a person types. */
@Tag("integration")
class SearchSpeedIT {

    private static final int SIZE = 10;
    private static final int WARM_UP = 150;
    private static final long MOST_MS = 50;

    @Test
    void searches_of_a_world_ten_times_as_large_take_less_than_fifty_milliseconds() {
        try (Market market = new Market(SIZE)) {
            assertThat(market.sandbox.catalogue().goods()).hasSizeGreaterThan(20_000);
            List<String> queries = queries();
            assertThat(queries).hasSizeGreaterThan(350);

            long goods =
                    p95(
                            "goods.search",
                            queries,
                            text ->
                                    market.done("goods.search", wish(text), GoodsOffers.class)
                                            .found());
            long wholesale =
                    p95(
                            "wholesale.search",
                            queries,
                            text ->
                                    market.done(
                                                    "wholesale.search",
                                                    new WholesaleSearch(text, 30, null),
                                                    WholesaleOffers.class)
                                            .offers()
                                            .size());

            assertThat(goods).isLessThanOrEqualTo(MOST_MS);
            assertThat(wholesale).isLessThanOrEqualTo(MOST_MS);
        }
    }

    private static GoodsSearch wish(String text) {
        return GoodsSearch.about(text, text.length() % 2 == 0 ? 500 : null, null);
    }

    private static long p95(String name, List<String> queries, ToIntFunction<String> search) {
        long[] nanos = new long[queries.size()];
        int found = queries.stream().limit(WARM_UP).mapToInt(search).sum();
        for (int i = 0; i < nanos.length; i++) {
            long begin = System.nanoTime();
            found += search.applyAsInt(queries.get(i));
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s, world ×%d: %d queries, %d found in all, p50 %.1f ms, p95 %.1f ms, most %.1f ms%n",
                name,
                SIZE,
                nanos.length,
                found,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
        return nanos[nanos.length * 95 / 100] / 1_000_000;
    }

    /** What people call things, with and without brand, variant and words around it. */
    private static List<String> queries() {
        Random chance = new Random(5);
        List<String> queries = new ArrayList<>();
        for (List<String> row : Table.read("/taobao/lines.csv")) {
            String[] called = row.get(1).split(";");
            String word = called[chance.nextInt(called.length)].split("~")[0];
            queries.add(word);
            queries.add("帮我买一个500以内的" + row.get(4).split(";")[0] + called[0]);
            queries.add(row.get(3).split(";")[0].split("/")[0] + called[0]);
            queries.add(called[called.length - 1].split("~")[0] + " for my mother under 300");
        }
        return queries;
    }
}
