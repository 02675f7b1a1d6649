package errand.orchestrator.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the JSON a plan carries. Promise: pure. The same arguments give the same answer,
 * on every machine and for ever, within bounded time; nothing is thrown for what a plan or an agent
 * may contain.
 */
public interface Documents {

    /**
     * What expressions see.
     *
     * @param in JSON object, {@code $in}
     * @param outputs JSON by step id, {@code $out}
     * @param item JSON, {@code $item}, or null
     * @param now {@code $now}
     */
    record Scope(String in, Map<String, String> outputs, @Nullable String item, Instant now) {}

    /** A value, or why there is none. */
    sealed interface Answer<T> {
        record Known<T>(T value) implements Answer<T> {}

        record Fault<T>(Failure failure) implements Answer<T> {}
    }

    /**
     * Puts the values of the expressions into a template and checks the result against the schema.
     * A missing whole value drops its property; where the schema says array a single value is
     * wrapped and a missing one is {@code []}.
     *
     * @return canonical JSON, or a fault of kind INVALID that names path and expression
     */
    Answer<String> input(String template, Scope scope, String schema);

    /** The value of a condition; missing is false; anything but a boolean is a fault. */
    Answer<Boolean> condition(String expression, Scope scope);

    /** The elements of an array, each as JSON; a single value is one element, missing is none. */
    Answer<List<String>> elements(String expression, Scope scope);

    /** The quotes at the given paths of an output; a malformed one is a fault. */
    Answer<List<Quote>> quotes(String output, List<List<String>> paths);

    /**
     * An output with another quote in the place of one.
     *
     * @param paths where quotes stand in it
     * @param quoteId the one that gives way
     * @param details JSON object with the other one under {@code quote}
     */
    Answer<String> requoted(
            String output, List<List<String>> paths, String quoteId, String details);

    /**
     * The quotes an input names, in order, without repeats: {@code quoteId}, {@code quoteIds[]},
     * {@code lines[].quoteId}, {@code quotes[].quoteId}.
     */
    List<String> quoteIds(String input);

    /**
     * Payees and amounts an input claims for quotes ({@code lines[].payee}, {@code
     * lines[].amount}); the core compares them with the recorded quotes.
     */
    List<Claim> claims(String input);

    /** A payee (id) and amount as an input states them; null where it states none. */
    record Claim(String quoteId, @Nullable String payeeId, @Nullable Money amount) {}

    /** The item on a card for something without a quote: bound to the exact input. */
    Quote unquoted(String capability, String input, Instant validUntil);

    /** RFC 8785 JSON {@code {planId,total,items}} of a card. */
    String shown(String planId, Money total, List<Quote> items);

    /** {@code sha256:<hex>} of the UTF-8 bytes. */
    String hash(String shown);

    /** JSON {@code {consentId,total,lines:[{quoteId,payee,amount}]}}. */
    String consentOutput(String consentId, Money total, List<Quote> items);

    /** What a quote would spend, and the capability that gave it. */
    record Spend(Quote quote, String capability) {}

    /**
     * JSON {@code {lines:[{quoteId,title,payee,amount,capability}], replaces:[…]}}: what a mandate
     * is asked to cover.
     *
     * @param replaced outputs of reservations that give way, with their {@code reservationId}
     */
    String reservation(List<Spend> spends, List<String> replaced);

    /** The input of an undo: each property of its schema from the output, else from the input. */
    Answer<String> undoInput(String undoSchema, String output, String input);

    /** The properties of a JSON object, each as JSON: the same value is the same text. */
    Map<String, String> properties(String object);

    /** JSON array of the given JSON values; null for null. */
    String array(List<@Nullable String> values);

    /** JSON {@code {by, budget, lines:[{quoteId,title,amount}]}} for BUDGET_EXCEEDED. */
    String overBudget(Money by, Money budget, List<Quote> items);

    /** Money a PAY output says was moved for good: its {@code paid} property, else nothing. */
    Money paid(String output);
}
