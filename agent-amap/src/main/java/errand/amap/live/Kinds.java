package errand.amap.live;

import errand.amap.maps.Category;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Amap's type codes (POI 分类编码) and the kinds of places that the agent speaks of. */
final class Kinds {

    /** What people look at, where they do not say what they want. */
    static final String SIGHTS = "110000|140000";

    /** The longest beginning of a code that stands here counts. */
    private static final TreeMap<String, Category> BY_CODE =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("05", Category.RESTAURANT),
                            Map.entry("0601", Category.MALL),
                            Map.entry("0610", Category.OLD_TOWN),
                            Map.entry("0801", Category.SPORTS),
                            Map.entry("0805", Category.PLAYGROUND),
                            Map.entry("080501", Category.THEME_PARK),
                            Map.entry("1101", Category.PARK),
                            Map.entry("110102", Category.ZOO),
                            Map.entry("110104", Category.AQUARIUM),
                            Map.entry("110105", Category.LANDMARK),
                            Map.entry("1102", Category.NATURE),
                            Map.entry("110204", Category.MUSEUM),
                            Map.entry("110205", Category.TEMPLE),
                            Map.entry("110208", Category.BEACH),
                            Map.entry("1401", Category.MUSEUM),
                            Map.entry("1404", Category.GALLERY),
                            Map.entry("1405", Category.LIBRARY),
                            Map.entry("1406", Category.SCIENCE),
                            Map.entry("1412", Category.CAMPUS)));

    private Kinds() {}

    /**
     * @param code six digits; of several between bars the first counts
     */
    static Category of(String code) {
        String first = code.split("\\|")[0];
        for (int length = first.length(); length >= 2; length--) {
            Category category = BY_CODE.get(first.substring(0, length));
            if (category != null) {
                return category;
            }
        }
        return Category.OTHER;
    }

    /** Whether such places are indoors; null where it depends. */
    static @Nullable Boolean indoor(Category category) {
        return switch (category) {
            case MUSEUM, SCIENCE, AQUARIUM, LIBRARY, GALLERY, MALL, RESTAURANT -> true;
            case NATURE, PARK, BEACH, ZOO, OLD_TOWN -> false;
            case LANDMARK, THEME_PARK, PLAYGROUND, TEMPLE, SPORTS, CAMPUS, OTHER -> null;
        };
    }

    /** Codes of sights that are indoors, or outdoors. */
    static String sights(boolean indoor) {
        return BY_CODE.entrySet().stream()
                .filter(kind -> kind.getValue() != Category.RESTAURANT)
                .filter(kind -> Boolean.valueOf(indoor).equals(indoor(kind.getValue())))
                .map(kind -> (kind.getKey() + "00").substring(0, 6))
                .collect(Collectors.joining("|"));
    }
}
