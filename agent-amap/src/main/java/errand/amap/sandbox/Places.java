package errand.amap.sandbox;

import errand.amap.maps.Precision;
import errand.amap.sandbox.Lookup.Found;
import errand.amap.sandbox.Lookup.Missing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a text names. A street address stands in the middle of its district; anything else
 * that is not known is not guessed.
 */
final class Places {

    private static final int OFFERED = 6;
    private static final Pattern STREET =
            Pattern.compile(
                    ".*([路街道巷弄里]|大道|胡同|\\b(road|rd|street|st|avenue|ave|lane|boulevard)\\b).*");

    /** What may stand beside the name of a place without making it another place. */
    private static final Pattern BESIDE =
            Pattern.compile(
                    "(?>的|市|\\p{IsHan}{2,3}省|前台|大堂|门口|正门|[东南西北](门|侧)|附近|旁边|旁|周边|边上|边"
                            + "|里面|里|内|上|对面|(出站|进站|出|入)口|停车场|地下车库"
                            + "|[a-z]?\\d*[a-z]?(号楼|航站楼|座|栋|幢|层|楼|室|号)|\\d+|\\s+"
                            + "|\\b(at|in|near|by|of|to|from|reception|lobby|front|desk|gate|entrance|exit"
                            + "|building|floor|terminal|north|south|east|west|district|city|province"
                            + "|[a-z]\\d*)\\b)*+");

    private final Cities cities;
    private final Atlas atlas;

    Places(Cities cities, Atlas atlas) {
        this.cities = cities;
        this.atlas = atlas;
    }

    Lookup find(String text, @Nullable City hint) {
        String plain = Plain.of(text);
        City city = cities.mentioned(text).orElse(hint);
        if (plain.isEmpty()) {
            return new Missing(text, city, suggested(plain, city));
        }
        List<Spot> named = named(plain, city, hint);
        if (named.isEmpty()) {
            named = within(plain, city);
        }
        return named.size() == 1
                ? new Found(named.getFirst())
                : new Missing(text, city, named.isEmpty() ? suggested(plain, city) : named);
    }

    /** By a whole name: in the city, in the city without saying it, anywhere. */
    private List<Spot> named(String plain, @Nullable City city, @Nullable City hint) {
        List<Spot> whole = atlas.named(plain);
        List<Spot> inHint = best(of(whole, hint));
        if (hint != null && !inHint.isEmpty()) {
            return inHint;
        }
        if (city == null) {
            return best(whole);
        }
        List<Spot> here = best(of(whole, city));
        return here.isEmpty() ? best(of(atlas.named(Cities.without(plain, city)), city)) : here;
    }

    /** Stations before sights before generated places; more than one only if they are alike. */
    private static List<Spot> best(List<Spot> spots) {
        int most = spots.stream().mapToInt(Spot::fame).max().orElse(0);
        return spots.stream().filter(spot -> spot.fame() == most).distinct().toList();
    }

    private static List<Spot> of(List<Spot> spots, @Nullable City city) {
        return spots.stream().filter(spot -> spot.city().equals(city)).toList();
    }

    /** 西溪园区前台 is at 西溪园区; 杭州市上城区天城路1号 in 上城区; 西湖区火星大厦 nowhere. */
    private List<Spot> within(String plain, @Nullable City city) {
        List<Spot> said =
                (city == null ? atlas.all() : atlas.in(city))
                        .stream()
                                .filter(spot -> spot.precision() != Precision.CITY)
                                .filter(spot -> longest(plain, spot).isPresent())
                                .toList();
        List<Spot> exact =
                said.stream()
                        .filter(spot -> spot.precision() == Precision.PLACE)
                        .filter(spot -> isBeside(plain, spot, said))
                        .toList();
        if (!exact.isEmpty()) {
            return longestNamed(plain, exact);
        }
        List<Spot> districts =
                said.stream().filter(spot -> spot.precision() == Precision.DISTRICT).toList();
        return isAddress(plain) ? longestNamed(plain, districts) : List.of();
    }

    private static boolean isAddress(String plain) {
        return STREET.matcher(plain).matches() || plain.contains("区店");
    }

    private static List<Spot> longestNamed(String plain, List<Spot> spots) {
        int most = spots.stream().mapToInt(spot -> length(plain, spot)).max().orElse(0);
        return best(spots.stream().filter(spot -> length(plain, spot) == most).toList());
    }

    private static int length(String plain, Spot spot) {
        return longest(plain, spot).map(String::length).orElse(0);
    }

    private static Optional<String> longest(String plain, Spot spot) {
        return spot.names().stream()
                .filter(name -> name.length() > (Plain.isHan(name) ? 1 : 4))
                .filter(name -> Plain.says(plain, name))
                .max(Comparator.comparingInt(String::length));
    }

    /** Whether nothing is left that would name something else. */
    private static boolean isBeside(String plain, Spot spot, List<Spot> said) {
        List<Spot> districts =
                said.stream()
                        .filter(other -> other.precision() == Precision.DISTRICT)
                        .filter(other -> other.city().equals(spot.city()))
                        .toList();
        String outside = plain;
        for (Spot district : districts) {
            outside = without(outside, district);
        }
        String inside = without(plain, spot);
        for (Spot district : districts) {
            inside = without(inside, district);
        }
        return saysNothing(inside, spot.city())
                || (longest(outside, spot).isPresent()
                        && saysNothing(without(outside, spot), spot.city()));
    }

    private static boolean saysNothing(String plain, City city) {
        String rest = plain;
        for (String name : List.of(city.zh() + "市", city.zh(), city.en())) {
            rest = Plain.without(rest, Plain.of(name));
        }
        return BESIDE.matcher(rest).matches();
    }

    private static String without(String plain, Spot spot) {
        return longest(plain, spot).map(name -> Plain.without(plain, name)).orElse(plain);
    }

    /** What sounds most like it, else what is best known. */
    private List<Spot> suggested(String plain, @Nullable City city) {
        if (city == null) {
            return List.of();
        }
        String wanted = Cities.without(plain, city);
        List<Spot> all = new ArrayList<>(atlas.in(city));
        all.removeIf(spot -> spot.precision() == Precision.CITY);
        return all.stream()
                .sorted(
                        Comparator.comparingInt((Spot spot) -> -alike(wanted, spot))
                                .thenComparingInt(spot -> -spot.fame()))
                .limit(OFFERED)
                .toList();
    }

    /** How many pairs of neighbouring letters the best of its names shares with the text. */
    private static int alike(String wanted, Spot spot) {
        return spot.names().stream().mapToInt(name -> pairs(wanted, name)).max().orElse(0);
    }

    private static int pairs(String wanted, String name) {
        int shared = 0;
        for (int i = 0; i + 2 <= name.length(); i++) {
            shared += wanted.contains(name.substring(i, i + 2)) ? 1 : 0;
        }
        return name.isEmpty() ? 0 : 100 * shared / name.length();
    }
}
