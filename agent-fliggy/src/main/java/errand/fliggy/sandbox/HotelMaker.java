package errand.fliggy.sandbox;

import errand.fliggy.travel.Position;
import errand.runtime.sandbox.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the hotels of a city. The first eight of each city are as they were before there were more;
 * in the first cities the later ones cost more than the three cheapest of those, so that what was
 * the cheapest stays it.
 */
final class HotelMaker {

    private static final int FIRST = 8;
    private static final int PER_CITY = 18;
    private static final List<String> STYLES =
            List.of("悦庭", "清和", "云栖", "锦澜", "丽景", "和颐", "望湖", "嘉程");
    private static final List<String> MORE_STYLES =
            List.of(
                    "澄园;Chengyuan",
                    "半山;Hillside",
                    "拾光;Shiguang",
                    "金桂;Osmanthus",
                    "听松;Pinewood",
                    "江月;River Moon",
                    "白鹭;Egret",
                    "青禾;Qinghe",
                    "星河;Galaxy",
                    "驿站;Relay",
                    "木棉;Kapok",
                    "观澜;Guanlan",
                    "素心;Suxin",
                    "逸居;Yiju");
    private static final List<String> HOUSES =
            List.of("酒店;Hotel", "宾馆;Inn", "公寓;Apartments", "民宿;Guesthouse");
    private static final List<String> FIRST_ENGLISH =
            List.of("Yueting", "Qinghe", "Yunqi", "Jinlan", "Lijing", "Heyi", "Wanghu", "Jiacheng");
    private static final List<String> STREETS =
            List.of("文华路", "中山路", "人民路", "建设路", "解放路", "长江路", "和平路", "新华路");
    private static final List<String> TAGS =
            List.of(
                    "湖景 lake view",
                    "亲子 family kids children",
                    "商务 business meeting",
                    "安静 quiet",
                    "健身房 gym fitness",
                    "泳池 swimming pool",
                    "温泉 hot spring spa",
                    "近地铁 subway metro",
                    "设计 boutique design",
                    "宠物友好 pet friendly",
                    "免费停车 free parking",
                    "机器人服务 robot",
                    "老城 old town",
                    "会议室 conference");
    private static final int[] STARS = {3, 3, 3, 4, 4, 4, 5, 5};
    private static final double SPREAD_DEGREES = 0.001;

    private final long seed;

    HotelMaker(long seed) {
        this.seed = seed;
    }

    /**
     * @param crowded whether the city is one of the first
     */
    List<Hotel> of(City city, int size, boolean crowded) {
        List<Hotel> hotels = new ArrayList<>();
        for (int i = 0; i < FIRST; i++) {
            hotels.add(first(city, i));
        }
        long least =
                crowded
                        ? hotels.stream().limit(3).mapToLong(Hotel::kingFen).max().orElseThrow()
                                * 112
                                / 100
                        : 0;
        for (int i = FIRST; i < PER_CITY * size; i++) {
            hotels.add(more(city, i, least));
        }
        return hotels;
    }

    private Hotel first(City city, int i) {
        Chance chance = Chance.of(seed, "hotel", city.code(), i);
        int stars = STARS[i];
        String district = city.districts().get(i % city.districts().size());
        long yuan = yuan(stars, chance);
        String street = STREETS.get(chance.between(0, STREETS.size() - 1));
        String address = address(city, district, street, chance);
        boolean breakfast = stars > 3 || chance.in100(40);
        return new Hotel(
                "%s%02d".formatted(city.code(), i + 1),
                city.zh() + STYLES.get(i) + "酒店（" + district + "店）",
                city.en() + " " + FIRST_ENGLISH.get(i) + " Hotel",
                city,
                stars,
                address,
                position(city, i),
                tags(city, i),
                breakfast,
                yuan * city.hotelPercent() / 100 * 100);
    }

    private Hotel more(City city, int i, long least) {
        Chance chance = Chance.of(seed, "hotel", city.code(), i);
        int stars = Math.max(2, STARS[chance.between(0, 7)] - (chance.in100(25) ? 1 : 0));
        String district = city.districts().get(chance.between(0, city.districts().size() - 1));
        String[] style = MORE_STYLES.get(i % MORE_STYLES.size()).split(";");
        String[] house = HOUSES.get(chance.between(0, HOUSES.size() - 1)).split(";");
        long fen = yuan(stars, chance) * city.hotelPercent() / 100 * 100;
        String street = STREETS.get(chance.between(0, STREETS.size() - 1));
        return new Hotel(
                "%s%02d".formatted(city.code(), i + 1),
                city.zh() + style[0] + house[0] + "（" + district + street + "店）",
                "%s %s %s No. %d".formatted(city.en(), style[1], house[1], i + 1),
                city,
                stars,
                address(city, district, street, chance),
                position(city, i),
                tags(city, i),
                stars > 3 || chance.in100(40),
                Math.max(least, fen) / 100 * 100);
    }

    private static String address(City city, String district, String street, Chance chance) {
        return city.zh() + "市" + district + street + chance.between(1, 399) + "号";
    }

    private static long yuan(int stars, Chance chance) {
        return switch (stars) {
            case 2 -> chance.between(180, 300);
            case 3 -> chance.between(345, 430);
            case 4 -> chance.between(430, 640);
            default -> chance.between(820, 1480);
        };
    }

    /** Up to nine kilometres from the middle of the city: no real place is meant. */
    private Position position(City city, int i) {
        Chance chance = Chance.of(seed, "hotel-position", city.code(), i);
        return new Position(
                city.latitude() + chance.between(-60, 60) * SPREAD_DEGREES,
                city.longitude() + chance.between(-70, 70) * SPREAD_DEGREES);
    }

    private List<String> tags(City city, int i) {
        Chance chance = Chance.of(seed, "hotel-tags", city.code(), i);
        return Stream.generate(() -> TAGS.get(chance.between(0, TAGS.size() - 1)))
                .limit(3)
                .distinct()
                .toList();
    }
}
