package errand.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The table of what one agent can do.
 *
 * <pre>{@code
 * Capabilities.of("taobao")
 *     .can("goods.search", SearchGoods.class, Offers.class, this::search).reads()
 *     .can("goods.order", OrderGoods.class, Order.class, this::order).commits().undoneBy("goods.cancel")
 * }</pre>
 */
public final class Capabilities {

    private static final Pattern AGENT = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern NAME =
            Pattern.compile("[a-z][a-zA-Z0-9-]*(\\.[a-z][a-zA-Z0-9-]*)?");
    private static final Duration DEFAULT_ANSWER_WITHIN = Duration.ofSeconds(30);

    private final String agent;
    private final Map<String, Capability<?, ?>> rows = new LinkedHashMap<>();
    private String version = "1";
    private @Nullable Limits limits;
    private BooleanSupplier up = () -> true;

    private Capabilities(String agent) {
        this.agent = agent;
    }

    /**
     * Begins a table. Agent names match {@code [a-z][a-z0-9-]*}: they become part of topic names.
     */
    public static Capabilities of(String agent) {
        if (!AGENT.matcher(agent).matches()) {
            throw new IllegalArgumentException(
                    "Agent name '%s' must match %s: it becomes part of a topic name."
                            .formatted(agent, AGENT.pattern()));
        }
        return new Capabilities(agent);
    }

    /** The agent's version, shown in the directory; "1" when not said. */
    public Capabilities version(String version) {
        this.version = version;
        return this;
    }

    /**
     * Says whether the business behind the agent can be reached now; while it cannot, the directory
     * shows the health of all capabilities as {@code down}. Asked about once a second, so it
     * answers at once, from what is known.
     */
    public Capabilities upWhile(BooleanSupplier up) {
        this.up = up;
        return this;
    }

    /**
     * Says why rows are absent that the business has elsewhere. The directory shows it, and whoever
     * asks for what is absent is told.
     */
    public Capabilities limited(String zh, String en) {
        this.limits = new Limits(zh, en);
        return this;
    }

    /** Why rows are absent; null where nothing was said. */
    public @Nullable Limits limits() {
        return limits;
    }

    /** Whether the business can be reached, as far as the agent knows. */
    public boolean isUp() {
        return up.getAsBoolean();
    }

    /**
     * Adds a row; what follows on the returned {@link Row} says what it does to the world.
     *
     * @param name {@code <noun>.<verb>}, without the agent's name; {@code <verb>} alone where the
     *     agent itself is the noun
     */
    public <I, O> Row<I, O> can(
            String name, Class<I> input, Class<O> output, Handler<I, O> handler) {
        return row(name, input, output, handler, null);
    }

    /**
     * Adds a row whose input and output are JSON trees with schemas of its own; everything else is
     * as for any row: what does not fit its schema is refused before, and put aside after, the
     * handler.
     *
     * @param name as of {@link #can(String, Class, Class, Handler)}
     */
    public Row<JsonNode, JsonNode> can(
            String name, OwnSchemas schemas, Handler<JsonNode, JsonNode> handler) {
        return row(name, JsonNode.class, JsonNode.class, handler, schemas);
    }

    private <I, O> Row<I, O> row(
            String name,
            Class<I> input,
            Class<O> output,
            Handler<I, O> handler,
            @Nullable OwnSchemas own) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Capability '%s' of agent '%s' must be named <noun>.<verb>."
                            .formatted(name, agent));
        }
        if (rows.containsKey(agent + "." + name)) {
            throw new IllegalArgumentException(
                    "Agent '%s' has capability '%s' twice.".formatted(agent, name));
        }
        return new Row<>(name, input, output, handler, own);
    }

    public String agent() {
        return agent;
    }

    public String version() {
        return version;
    }

    public List<Capability<?, ?>> all() {
        return List.copyOf(rows.values());
    }

    /** By full name. */
    public Optional<Capability<?, ?>> find(String fullName) {
        return Optional.ofNullable(rows.get(fullName));
    }

    /**
     * {@code goods.search, goods.order}: what to offer to someone who asked for something else;
     * {@code nothing} where the agent can do nothing.
     */
    public String offered() {
        if (rows.isEmpty()) {
            return "nothing";
        }
        List<String> names = new ArrayList<>();
        rows.keySet().forEach(name -> names.add(name.substring(agent.length() + 1)));
        return String.join(", ", names);
    }

    /** Checks that every undo exists and is itself a write. Called once by the runtime. */
    public Capabilities checked() {
        for (Capability<?, ?> row : rows.values()) {
            String undo = row.undo();
            if (undo != null && !rows.containsKey(undo)) {
                throw new IllegalArgumentException(
                        "'%s' is undone by '%s', which agent '%s' cannot do. It can do: %s."
                                .formatted(row.name(), undo, agent, offered()));
            }
        }
        return this;
    }

    /** A row that still has to say its effect. */
    public final class Row<I, O> {
        private final String name;
        private final Class<I> input;
        private final Class<O> output;
        private final Handler<I, O> handler;
        private final @Nullable OwnSchemas own;
        private String description = "";
        private Duration answerWithin = DEFAULT_ANSWER_WITHIN;
        private Maturity maturity = Maturity.AUTO;
        private @Nullable Reconciliation<I, O> reconciliation;

        private Row(
                String name,
                Class<I> input,
                Class<O> output,
                Handler<I, O> handler,
                @Nullable OwnSchemas own) {
            this.own = own;
            this.name = name;
            this.input = input;
            this.output = output;
            this.handler = handler;
        }

        /** For people and models: what it does, in English, Chinese terms beside. */
        public Row<I, O> described(String description) {
            this.description = description;
            return this;
        }

        /** Default deadline of a step; 30 seconds when not said. */
        public Row<I, O> answersWithin(Duration answerWithin) {
            this.answerWithin = answerWithin;
            return this;
        }

        public Row<I, O> maturity(Maturity maturity) {
            this.maturity = maturity;
            return this;
        }

        /**
         * Says how to find out whether it happened. Such a write need not be part of the agent's
         * transaction: that it is begun is written down first, and after a crash or a lost answer
         * the business is asked before anything is done again.
         */
        public Row<I, O> reconciledBy(Reconciliation<I, O> reconciliation) {
            this.reconciliation = reconciliation;
            return this;
        }

        public Capabilities reads() {
            return add(Effect.READ, null);
        }

        public Undoable holds() {
            return undoable(Effect.HOLD);
        }

        public Undoable commits() {
            return undoable(Effect.COMMIT);
        }

        public Undoable pays() {
            return undoable(Effect.PAY);
        }

        private Undoable undoable(Effect effect) {
            return new Undoable(this, effect);
        }

        private Capabilities add(Effect effect, @Nullable String undo) {
            String full = agent + "." + name;
            rows.put(
                    full,
                    new Capability<>(
                            full,
                            description,
                            input,
                            output,
                            effect,
                            undo,
                            answerWithin,
                            maturity,
                            handler,
                            reconciliation,
                            own));
            return Capabilities.this;
        }
    }

    /** A write that says how it is undone. */
    public final class Undoable {
        private final Row<?, ?> row;
        private final Effect effect;

        private Undoable(Row<?, ?> row, Effect effect) {
            this.row = row;
            this.effect = effect;
        }

        /**
         * @param name {@code <noun>.<verb>} of the same agent
         */
        public Capabilities undoneBy(String name) {
            return row.add(effect, agent + "." + name);
        }

        /** What it does cannot be undone by the agent. */
        public Capabilities forGood() {
            return row.add(effect, null);
        }
    }
}
