package errand.amap.sandbox;

import errand.amap.maps.SavedPlace;
import errand.runtime.sandbox.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one person calls his own places (公司, 家, 妈妈), and where they are: those that the task
 * carries, then those saved with the map. Knows nobody else's.
 */
final class OwnPlaces {

    /** 我的公司前台 is 公司; my mum's place is mum's place. */
    private static final Pattern MINE = Pattern.compile("^(我们的?|我的?|咱们?的?|my |our )");

    private static final Pattern BESIDE =
            Pattern.compile(
                    "(的地址|地址|前台|门口|楼下|大堂|那里|那儿|那边| reception| front desk| lobby| address)$");

    /** Any name to the one it is saved under. */
    private static final Map<String, String> NAMES = names();

    private final Map<String, String> addresses;

    private OwnPlaces(Map<String, String> addresses) {
        this.addresses = addresses;
    }

    /**
     * @param kept of all people; a later one counts before an earlier one
     * @param carried with the task; they count before what is kept
     */
    static OwnPlaces of(String user, List<KeptPlace> kept, @Nullable List<SavedPlace> carried) {
        Map<String, String> addresses = new HashMap<>();
        kept.stream()
                .filter(place -> place.person().equals(user))
                .forEach(place -> addresses.put(key(place.name()), place.address()));
        if (carried != null) {
            carried.forEach(place -> addresses.put(key(place.name()), place.address()));
        }
        return new OwnPlaces(addresses);
    }

    /** Where a place is that the person calls so. */
    Optional<String> address(String text) {
        return Optional.ofNullable(addresses.get(key(text)));
    }

    /** Whether the text can only be a place of somebody's own. */
    static boolean isOwn(String text) {
        return NAMES.containsValue(key(text));
    }

    private static String key(String text) {
        String plain = Plain.of(text);
        String mine = MINE.matcher(plain).replaceFirst("");
        String bare = BESIDE.matcher(mine.isEmpty() ? plain : mine).replaceFirst("");
        return NAMES.getOrDefault(bare, bare);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (List<String> row : Table.read("/amap/own-names.csv")) {
            Stream.concat(Stream.of(row.getFirst()), Arrays.stream(row.get(1).split(";")))
                    .forEach(name -> names.put(Plain.of(name), row.getFirst()));
        }
        return Map.copyOf(names);
    }
}
