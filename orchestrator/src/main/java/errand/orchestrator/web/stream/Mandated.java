package errand.orchestrator.web.stream;

import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Quote;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Words for a mandate that stood in for the person: they were not asked, so they are told. */
final class Mandated {

    private Mandated() {}

    static String told(Consent card, String lang) {
        String what = card.items().stream().map(Quote::title).collect(Collectors.joining("; "));
        String total =
                "%s %s"
                        .formatted(
                                BigDecimal.valueOf(card.total().amount(), 2),
                                card.total().currency());
        return lang.equals("zh")
                ? "按你事先的授权，没有再问就继续了：%s，共 %s。".formatted(what, total)
                : "Your mandate covers this, so you were not asked: %s, %s in all."
                        .formatted(what, total);
    }
}
