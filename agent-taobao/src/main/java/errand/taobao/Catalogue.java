package errand.taobao;

import errand.agent.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** All goods of the sandbox: the same for the same seed. */
final class Catalogue {

    private static final List<String> VARIANTS = List.of("经典款", "升级款");

    private final List<Good> goods = new ArrayList<>();

    Catalogue(long seed) {
        int line = 0;
        for (String row : rows()) {
            add(row.split("\\|", -1), ++line, seed);
        }
    }

    List<Good> goods() {
        return List.copyOf(goods);
    }

    /**
     * How well a good fits: one point for every word of the text, or pair of Chinese characters of
     * it, that the good's title or words contain; 0 when it does not fit at all.
     */
    static int fit(Good good, String text) {
        String about = (good.title() + " " + good.words()).toLowerCase(Locale.ROOT);
        return (int) parts(text).stream().filter(about::contains).count();
    }

    private static Set<String> parts(String text) {
        Set<String> parts = new LinkedHashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[\\s,，。、!！?？]+")) {
            boolean latin = word.chars().allMatch(c -> c < 0x2e80);
            if (latin || word.length() < 3) {
                parts.add(word);
            } else {
                for (int i = 0; i + 2 <= word.length(); i++) {
                    parts.add(word.substring(i, i + 2));
                }
            }
        }
        parts.remove("");
        return parts;
    }

    private void add(String[] row, int line, long seed) {
        Random random = new Random(seed * 1_000 + line);
        int low = Integer.parseInt(row[3]);
        int high = Integer.parseInt(row[4]);
        int number = 0;
        for (String brand : row[5].split(";")) {
            for (String title : row[2].split(";")) {
                for (String variant : VARIANTS) {
                    long yuan = low + random.nextInt(high - low + 1);
                    goods.add(
                            new Good(
                                    "S%02d%02d".formatted(line, ++number),
                                    brand + " " + title + " " + variant,
                                    row[0],
                                    row[1].toLowerCase(Locale.ROOT),
                                    brand + "旗舰店",
                                    Money.cny(yuan * 100),
                                    (40 + random.nextInt(11)) / 10.0,
                                    10 + random.nextInt(5_000),
                                    1 + random.nextInt(5)));
                }
            }
        }
    }

    private static List<String> rows() {
        InputStream in = Catalogue.class.getResourceAsStream("/taobao/lines.csv");
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(in, "/taobao/lines.csv"),
                                StandardCharsets.UTF_8))) {
            return lines.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read /taobao/lines.csv", e);
        }
    }
}
