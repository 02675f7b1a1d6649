package errand.runtime.sandbox.search;

import static org.assertj.core.api.Assertions.assertThat;

import errand.runtime.sandbox.search.TextIndex.Hit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextIndexTest {

    private static final TextIndex<String> GOODS =
            TextIndex.<String>builder()
                    .add(
                            "laptop",
                            Words.named("云枢 轻薄本 14英寸 16G+512G 深空灰")
                                    .also("light laptop", "笔记本电脑", "grey")
                                    .about("写论文 办公"))
                    .add(
                            "gaming",
                            Words.named("锐行 游戏本 16英寸 黑色").also("gaming laptop", "笔记本电脑", "black"))
                    .add("milk", Words.named("纯牛奶 250ml").also("milk").about("乳品 早餐"))
                    .add("fruit", Words.named("时令水果拼盘").also("fruit platter"))
                    .add("water", Words.named("矿泉水 550ml").also("水", "mineral water"))
                    .add("dresses", Words.named("碎花连衣裙").also("summer dress", "women"))
                    .build();

    @ParameterizedTest
    @CsvSource({
        "轻薄本, laptop",
        "适合写论文的轻薄本, laptop",
        "a light laptop for writing, laptop",
        "grey laptops, laptop",
        "黑色的笔记本电脑, gaming",
        "ＧＡＭＩＮＧ　Ｌａｐｔｏｐ, gaming",
        "没牛奶了，买两盒, milk",
        "some milk please, milk",
        "水, water",
        "women's dresses, dresses",
        "连衣裙, dresses",
    })
    void the_best_is_what_was_said(String said, String best) {
        assertThat(GOODS.search(said, 5)).first().extracting(Hit::thing).isEqualTo(best);
    }

    @Test
    void a_character_that_is_a_word_of_its_own_does_not_find_words_that_only_hold_it() {
        assertThat(GOODS.search("水", 5)).extracting(Hit::thing).containsExactly("water");
        assertThat(GOODS.search("水果", 5)).extracting(Hit::thing).containsExactly("fruit");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "'  ', 0", "我要, 0", "please buy me some, 0", "飞船, 0"})
    void where_nothing_telling_is_said_nothing_is_found(String said, int hits) {
        assertThat(GOODS.search(said, 5)).hasSize(hits);
    }

    @ParameterizedTest
    @CsvSource({"'laptop AND ('", "'name:laptop~9999'", "'/(a+)+$/ laptop'", "'laptop\"'"})
    void nothing_that_is_said_is_syntax(String said) {
        assertThat(GOODS.search(said, 5)).extracting(Hit::thing).contains("laptop");
    }

    @Test
    void what_fits_far_less_than_the_best_is_about_something_else() {
        List<Hit<String>> all = GOODS.search("light laptop", 5);
        assertThat(all).extracting(Hit::thing).containsExactly("laptop", "gaming");
        assertThat(GOODS.close("light laptop", 0.8, 5))
                .extracting(Hit::thing)
                .containsExactly("laptop");
        assertThat(GOODS.close("light laptop", 0, 5)).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({"黑色的笔记本电脑, 1", "牛奶电动牙刷, 0", "gaming laptop, 1", "gaming zeppelin, 0", "'', 0"})
    void most_of_what_is_said_must_fit_where_that_is_asked_for(String said, int hits) {
        assertThat(GOODS.covering(said, 0.6, 5)).hasSize(hits);
        assertThat(GOODS.covering(said, 0, 5)).isEqualTo(GOODS.search(said, 5));
    }

    @Test
    void no_more_than_wanted_and_of_what_fits_alike_the_first_added_first() {
        TextIndex.Builder<Integer> alike = TextIndex.builder();
        for (int i = 0; i < 5_000; i++) {
            alike.add(i, Words.named("同一款保温杯"));
        }
        assertThat(alike.build().search("保温杯", 3)).extracting(Hit::thing).containsExactly(0, 1, 2);
    }

    @Test
    void a_story_is_searched_by_its_first_words() {
        String story = "milk " + "拿铁".repeat(20_000) + " laptop";
        assertThat(GOODS.search(story, 5)).first().extracting(Hit::thing).isEqualTo("milk");
    }

    @Test
    void an_empty_index_finds_nothing() {
        assertThat(TextIndex.<String>builder().build().search("milk", 5)).isEmpty();
    }

    /** Prints what it costs; asserts only what no machine should miss. */
    @Test
    void twenty_thousand_things_are_searched_in_milliseconds() {
        TextIndex<Integer> index = Crowd.of(20_000, new Random(7));
        long[] nanos = new long[600];
        Random chance = new Random(8);
        for (int i = 0; i < nanos.length; i++) {
            String said = Crowd.said(chance);
            long begin = System.nanoTime();
            index.close(said, 0.5, 500);
            nanos[i] = System.nanoTime() - begin;
        }
        long[] warm = Arrays.copyOfRange(nanos, 100, nanos.length);
        Arrays.sort(warm);
        System.out.printf(
                "search of 20,000 things: p50 %.2f ms, p95 %.2f ms%n",
                warm[warm.length / 2] / 1e6, warm[warm.length * 95 / 100] / 1e6);
        assertThat(warm[warm.length * 95 / 100]).isLessThan(50_000_000);
    }

    /** Many things with names that share words. */
    private static final class Crowd {

        private static final List<String> KINDS =
                List.of("轻薄本", "保温杯", "连衣裙", "蓝牙耳机", "机械键盘", "猫粮", "运动鞋", "充电宝", "台灯", "咖啡豆");
        private static final List<String> ENGLISH =
                List.of(
                        "laptop",
                        "thermos",
                        "dress",
                        "headphones",
                        "keyboard",
                        "cat food",
                        "shoes",
                        "power bank",
                        "lamp",
                        "coffee beans");
        private static final List<String> COLOURS = List.of("黑色", "白色", "银色", "红色", "藏青");
        private static final String BRANDS = "云枢锐行墨界星火聚力同行素舍键语声河静界";

        static TextIndex<Integer> of(int many, Random chance) {
            TextIndex.Builder<Integer> index = TextIndex.builder();
            for (int i = 0; i < many; i++) {
                int kind = chance.nextInt(KINDS.size());
                index.add(
                        i,
                        Words.named(brand(chance) + " " + KINDS.get(kind) + " " + colour(chance))
                                .also(ENGLISH.get(kind))
                                .about("包邮 七天无理由退货 " + chance.nextInt(500) + "g"));
            }
            return index.build();
        }

        static String said(Random chance) {
            int kind = chance.nextInt(KINDS.size());
            return chance.nextBoolean()
                    ? "帮我买一个" + colour(chance) + "的" + brand(chance) + KINDS.get(kind)
                    : "please find me a good " + ENGLISH.get(kind);
        }

        private static String brand(Random chance) {
            int at = 2 * chance.nextInt(BRANDS.length() / 2);
            return BRANDS.substring(at, at + 2);
        }

        private static String colour(Random chance) {
            return COLOURS.get(chance.nextInt(COLOURS.size()));
        }
    }
}
