package errand.flash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.flash.delivery.ShopOffers;
import errand.flash.delivery.ShopSearch;
import errand.runtime.sandbox.pack.WorldPack;
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

    private static final int QUERIES = 600;
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

    @Test
    void ninety_five_of_a_hundred_searches_of_a_large_world_take_less_than_fifty_milliseconds() {
        try (Neighbours here = new Neighbours(10, WorldPack.none())) {
            List<Part> parts = new Atlas().parts();
            Random chance = new Random(7);
            long[] nanos = new long[QUERIES];
            int found = 0;
            for (int i = 0; i < QUERIES; i++) {
                Part part = parts.get(chance.nextInt(parts.size()));
                String said = SAID.get(chance.nextInt(SAID.size()));
                ShopSearch wish =
                        new ShopSearch(part.city().zh() + part.name(), said, null, null, null);
                long begin = System.nanoTime();
                ShopOffers offers =
                        AgentHarness.output(here.call("flash.shop.search", wish), ShopOffers.class);
                nanos[i] = System.nanoTime() - begin;
                found += offers.shops().isEmpty() ? 0 : 1;
            }
            long[] warm = Arrays.copyOfRange(nanos, WARM_UP, QUERIES);
            Arrays.sort(warm);
            System.out.printf(
                    "shop.search, %d searches in a world of %,d shops: p50 %.1f ms, p95 %.1f ms%n",
                    warm.length,
                    shops(),
                    warm[warm.length / 2] / 1e6,
                    warm[warm.length * 95 / 100] / 1e6);
            assertThat(found).isGreaterThan(QUERIES * 3 / 4);
            assertThat(warm[warm.length * 95 / 100]).isLessThan(50_000_000);
        }
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
