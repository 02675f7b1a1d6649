package errand.amap.maps;

import errand.runtime.sandbox.Table;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one person calls his own places (公司, 家, 妈妈), and where they are: those that the task
 * carries, then those that are kept for him. Knows nobody else's.
 */
public final class OwnPlaces {

    /** 我的公司前台 is 公司; my mum's place is mum's place. */
    private static final Pattern MINE = Pattern.compile("^(我们的?|我的?|咱们?的?|the |my |our )+");

    private static final Pattern BESIDE =
            Pattern.compile(
                    "(的地址|地址|前台|门口|楼下|大堂|那里|那儿|那边| reception| front desk| lobby| address)$");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`]");

    /** Any name to the one it is kept under. */
    private static final Map<String, String> NAMES = names();

    private final Map<String, String> addresses = new HashMap<>();

    private OwnPlaces() {}

    /**
     * @param kept for the person, a later one counts before an earlier one
     * @param carried with the task; they count before what is kept
     */
    public static OwnPlaces of(List<SavedPlace> kept, @Nullable List<SavedPlace> carried) {
        OwnPlaces own = new OwnPlaces();
        Stream.concat(kept.stream(), carried == null ? Stream.empty() : carried.stream())
                .forEach(place -> own.addresses.put(key(place.name()), place.address()));
        return own;
    }

    /** Where a place is that the person calls so. */
    public Optional<String> address(String text) {
        return Optional.ofNullable(addresses.get(key(text)));
    }

    /** Whether the text can only be a place of somebody's own. */
    public static boolean isOwn(String text) {
        return NAMES.containsValue(key(text));
    }

    private static String key(String text) {
        String plain = plain(text);
        String mine = MINE.matcher(plain).replaceFirst("");
        String bare = BESIDE.matcher(mine.isEmpty() ? plain : mine).replaceFirst("");
        return NAMES.getOrDefault(bare, bare);
    }

    private static String plain(String text) {
        String even = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return APOSTROPHES.matcher(even).replaceAll("").replaceAll("\\s+", " ").strip();
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (List<String> row : Table.read("/amap/own-names.csv")) {
            Stream.concat(Stream.of(row.getFirst()), Arrays.stream(row.get(1).split(";")))
                    .forEach(name -> names.put(plain(name), row.getFirst()));
        }
        return Map.copyOf(names);
    }
}
