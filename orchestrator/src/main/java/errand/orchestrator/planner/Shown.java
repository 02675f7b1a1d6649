package errand.orchestrator.planner;

import errand.agent.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values as a person reads them: ¥1,234.50, 12-07 08:00, 2026-12-07（周一）. */
final class Shown {

    private Shown() {}

    static String money(Money money) {
        return money(money.amount(), money.currency());
    }

    private static String money(long minor, String currency) {
        BigDecimal amount = BigDecimal.valueOf(minor).movePointLeft(2);
        boolean whole = amount.setScale(0, RoundingMode.DOWN).compareTo(amount) == 0;
        DecimalFormat format =
                new DecimalFormat(
                        whole ? "#,##0" : "#,##0.00",
                        DecimalFormatSymbols.getInstance(Locale.ROOT));
        String number = format.format(amount.abs());
        String sign = amount.signum() < 0 ? "-" : "";
        return sign + (currency.equals("CNY") ? "¥" + number : currency + " " + number);
    }

    static boolean isMoney(JsonNode value) {
        return value.isObject()
                && value.path("amount").isIntegralNumber()
                && value.path("currency").isString();
    }

    static String money(JsonNode value) {
        return money(value.path("amount").asLong(0), value.path("currency").asString("CNY"));
    }

    /** A day with its weekday, so that a mistake is seen. */
    static String day(LocalDate day, boolean chinese) {
        Locale locale = chinese ? Locale.CHINA : Locale.ENGLISH;
        String weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
        return chinese ? "%s（%s）".formatted(day, weekday) : "%s %s".formatted(weekday, day);
    }

    /** Null where a value cannot be part of a sentence. */
    static @Nullable String text(JsonNode value, boolean chinese) {
        if (isMoney(value)) {
            return money(value);
        }
        if (value.isString()) {
            String text = value.stringValue();
            return text.matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*")
                    ? text.substring(5, 10) + " " + text.substring(11, 16)
                    : text;
        }
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            for (JsonNode each : value.values()) {
                String text = text(each, chinese);
                if (text == null) {
                    return null;
                }
                all.add(text);
            }
            return String.join(chinese ? "、" : ", ", all);
        }
        return value.isObject() || value.isNull() || value.isMissingNode()
                ? null
                : value.asString();
    }
}
