package errand.flash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.flash.delivery.ShopOffers;
import errand.flash.delivery.ShopSearch;
import errand.runtime.sandbox.pack.WorldPack;
import errand.runtime.work.Reply;
import errand.testkit.AgentHarness;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long a search takes in a world of ten times the usual size, look-ups in PostgreSQL included.
 */
@Tag("integration")
class SearchSpeedIT {

    private static final int ROUNDS = 3;
    private static final int QUERIES = 200;
    private static final int WARM_UP = 100;

    private static final List<String> SAID =
            List.of(
                    "两杯拿铁",
                    "two iced lattes",
                    "奶茶",
                    "a dozen bubble teas",
                    "黄焖鸡米饭",
                    "牛肉面",
                    "beef noodle soup",
                    "12瓶可乐",
                    "cola",
                    "感冒药",
                    "药店",
                    "ibuprofen",
                    "里脊肉 300g",
                    "鱼香肉丝",
                    "soy sauce",
                    "买菜",
                    "groceries",
                    "葱姜蒜",
                    "lunch for twelve",
                    "宵夜",
                    "披萨",
                    "birthday cake",
                    "一束玫瑰",
                    "flowers",
                    "水果拼盘",
                    "strawberries",
                    "something cold to drink",
                    "抹茶星冰乐",
                    "飞机",
                    "豆瓣酱",
                    "cooking wine",
                    "eggs and milk",
                    "纸巾",
                    "charging cable",
                    "麻辣烫",
                    "sushi",
                    "早餐包子",
                    "汉堡薯条",
                    "冰淇淋",
                    "矿泉水");

    /** Whoever else uses the machine slows a round down; the quietest of three counts. */
    @Test
    void ninety_five_of_a_hundred_searches_of_a_large_world_take_less_than_fifty_milliseconds() {
        try (Neighbours here = new Neighbours(10, WorldPack.none())) {
            Random chance = new Random(7);
            round(here, chance, WARM_UP);
            long best = Long.MAX_VALUE;
            for (int i = 0; i < ROUNDS; i++) {
                long[] nanos = round(here, chance, QUERIES);
                long p95 = nanos[nanos.length * 95 / 100];
                System.out.printf(
                        "shop.search, %d searches in a world of %,d shops: p50 %.1f ms, p95 %.1f ms%n",
                        nanos.length, shops(), nanos[nanos.length / 2] / 1e6, p95 / 1e6);
                best = Math.min(best, p95);
            }
            assertThat(best).isLessThan(50_000_000);
        }
    }

    /** How long each search took, the quickest first. */
    private static long[] round(Neighbours here, Random chance, int queries) {
        List<Part> parts = new Atlas().parts();
        long[] nanos = new long[queries];
        int found = 0;
        for (int i = 0; i < queries; i++) {
            Part part = parts.get(chance.nextInt(parts.size()));
            String said = SAID.get(chance.nextInt(SAID.size()));
            ShopSearch wish = new ShopSearch(part.city().zh() + part.name(), said, null);
            long begin = System.nanoTime();
            Reply reply = here.call("flash.shop.search", wish);
            nanos[i] = System.nanoTime() - begin;
            found += AgentHarness.output(reply, ShopOffers.class).shops().isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(queries * 3 / 4);
        Arrays.sort(nanos);
        return nanos;
    }

    private static long shops() {
        Atlas atlas = new Atlas();
        Neighbourhood world = new Neighbourhood(42, 10, atlas, FlashPack.none());
        return atlas.parts().stream()
                .flatMap(part -> Stream.of(world.shopsIn(part).size()))
                .mapToLong(Integer::longValue)
                .sum();
    }
}
