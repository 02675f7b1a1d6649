package errand.flash.sandbox;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A city where shops deliver. */
record City(String zh, String en, List<Pattern> names) {

    /** 南京西路 is a street in Shanghai, and 中山公园 is everywhere. */
    private static final String NO_STREET = "(?![东西南北中]?[一二三四]?(?:路|街|大道|大街)|公园|大学|区)";

    private static final String NO_ROAD =
            "(?![a-z])(?! *(?:(?:east|west|north|south|middle) *)?(?:road|rd|street|avenue)\\b)";

    static City of(String zh, String en, List<String> others) {
        List<Pattern> names =
                Stream.concat(Stream.of(zh, en), others.stream())
                        .map(City::even)
                        .map(City::pattern)
                        .toList();
        return new City(zh, en, names);
    }

    /** Where a text names the city first. */
    OptionalInt namedAt(String text) {
        String even = even(text);
        return names.stream()
                .map(name -> name.matcher(even))
                .filter(Matcher::find)
                .mapToInt(Matcher::start)
                .min();
    }

    private static Pattern pattern(String name) {
        boolean latin = name.charAt(0) < 0x2e80;
        return Pattern.compile(
                latin
                        ? "(?<![a-z])" + Pattern.quote(name) + NO_ROAD
                        : Pattern.quote(name) + NO_STREET);
    }

    private static String even(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’`]", "");
    }
}
