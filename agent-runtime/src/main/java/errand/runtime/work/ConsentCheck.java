package errand.runtime.work;

import errand.agent.Money;
import errand.agent.Payee;
import errand.agent.Terms;
import errand.events.TaskRequested;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Proves again, at the last moment, that what is about to bind or pay is what the person saw: the
 * hash is the hash of what was shown, it was shown for this plan, and every quote in the input is
 * among what was shown.
 */
final class ConsentCheck {

    private static final String MISMATCH = "CONSENT_MISMATCH";

    private ConsentCheck() {}

    /** What the task's terms say; null when it carries none and needs none. */
    static @Nullable Terms terms(CapabilityTable.Row row, TaskRequested asked) {
        boolean needed = row.capability().effect().needsConsent() && !isUndo(row, asked);
        errand.common.Terms carried = asked.getTerms();
        if (carried == null) {
            if (needed) {
                throw no(asked, "needs the person's consent and carries none");
            }
            return null;
        }
        Terms terms = proven(asked, carried);
        if (needed) {
            coversQuotes(asked, terms);
        }
        return terms;
    }

    /** Undoing needs no consent; only a declared undo, run as one, counts. */
    static boolean isUndo(CapabilityTable.Row row, TaskRequested asked) {
        return row.undoesAnother() && isUndo(asked.getTaskId());
    }

    /** Whether a task id, {@code <owner>/<step>/<do|undo>/<round>}, is that of an undo. */
    static boolean isUndo(String taskId) {
        String[] parts = taskId.split("/", -1);
        return parts.length >= 2 && parts[parts.length - 2].equals("undo");
    }

    private static Terms proven(TaskRequested asked, errand.common.Terms carried) {
        String hash = "sha256:" + Hashes.sha256(carried.getShown());
        if (!hash.equals(carried.getHash())) {
            throw no(
                    asked,
                    "carries terms whose hash is not that of what was shown (%s, not %s)"
                            .formatted(hash, carried.getHash()));
        }
        Terms terms = read(asked, carried);
        if (!terms.planId().equals(asked.getPlanId())) {
            throw no(
                    asked, "carries terms that were shown for plan '%s'".formatted(terms.planId()));
        }
        return terms;
    }

    private static void coversQuotes(TaskRequested asked, Terms terms) {
        List<String> missing =
                quoteIds(AgentJson.tree(asked.getInput())).stream()
                        .filter(id -> terms.item(id).isEmpty())
                        .toList();
        if (!missing.isEmpty()) {
            throw no(
                    asked,
                    "names quotes that the person was not shown: %s. Shown were: %s"
                            .formatted(
                                    String.join(", ", missing),
                                    String.join(
                                            ", ",
                                            terms.items().stream()
                                                    .map(Terms.Item::quoteId)
                                                    .toList())));
        }
    }

    /** {@code quoteId}, {@code quoteIds[]} and {@code lines[].quoteId}, wherever they stand. */
    private static Set<String> quoteIds(JsonNode input) {
        Set<String> ids = new LinkedHashSet<>();
        input.findValues("quoteId").forEach(id -> ids.add(id.asString()));
        input.findValues("quoteIds").forEach(list -> list.forEach(id -> ids.add(id.asString())));
        return ids;
    }

    private static Terms read(TaskRequested asked, errand.common.Terms carried) {
        try {
            JsonNode shown = AgentJson.tree(carried.getShown());
            List<Terms.Item> items = new ArrayList<>();
            shown.path("items").forEach(item -> items.add(item(item)));
            return new Terms(
                    carried.getConsentId(),
                    carried.getHash(),
                    shown.path("planId").asString(),
                    money(shown.path("total")),
                    items);
        } catch (RuntimeException e) {
            throw no(asked, "carries terms that cannot be read: " + e.getMessage());
        }
    }

    private static Terms.Item item(JsonNode item) {
        JsonNode payee = item.path("payee");
        return new Terms.Item(
                item.path("quoteId").asString(),
                new Payee(payee.path("id").asString(), payee.path("name").asString()),
                money(item.path("total")));
    }

    private static Money money(JsonNode money) {
        return new Money(money.path("amount").longValue(), money.path("currency").asString());
    }

    private static Rejected no(TaskRequested asked, String why) {
        return Rejected.invalid(
                MISMATCH,
                "Task '%s' of '%s' %s. Nothing was done."
                        .formatted(asked.getTaskId(), asked.getCapability(), why));
    }
}
