package errand.amap.sandbox;

import errand.agent.Money;
import errand.agent.Quote.Line;
import errand.amap.rides.CarClass;
import errand.amap.sandbox.Estimates.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a ride costs, line by line: flag-fall, kilometres, minutes, and a fifth more at night. */
final class Fares {

    private static final double INCLUDED_KILOMETRES = 3;
    private static final int NIGHT_PERCENT = 20;

    private Fares() {}

    /**
     * @param baseFen flag-fall with the first three kilometres
     * @param night whether the car comes between 23:00 and 06:00
     * @return at least one line; whole fen
     */
    static List<Line> of(CarClass car, long baseFen, Estimate way, int driving, boolean night) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("起步价（含3公里）", 1, Money.cny(baseFen)));
        double beyond = Math.max(0, way.kilometres() - INCLUDED_KILOMETRES);
        long distance = Math.round(beyond * car.fenPerKilometre() / 10) * 10;
        if (distance > 0) {
            String title =
                    String.format(
                            Locale.ROOT,
                            "里程费（%.1f公里×%.2f元）",
                            beyond,
                            car.fenPerKilometre() / 100.0);
            lines.add(Line.of(title, 1, Money.cny(distance)));
        }
        lines.add(Line.of("时长费（每分钟）", driving, Money.cny(car.fenPerMinute())));
        if (night) {
            long sum = lines.stream().mapToLong(line -> line.amount().amount()).sum();
            long surcharge = Math.round(sum * NIGHT_PERCENT / 1_000.0) * 10;
            lines.add(
                    Line.of(
                            "夜间服务费（23:00–06:00，%d%%）".formatted(NIGHT_PERCENT),
                            1,
                            Money.cny(surcharge)));
        }
        return List.copyOf(lines);
    }
}
