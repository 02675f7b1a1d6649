package errand.runtime.settings;

/**
 * A setting without which a service cannot start: it is missing, or cannot be used. Its message
 * says which and what it means, and never its value.
 */
public final class MissingSetting extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String property;

    /**
     * @param property its full name, or its variable's
     * @param meaning without a full stop
     */
    public MissingSetting(String property, String meaning) {
        this(property, "missing", meaning);
    }

    private MissingSetting(String property, String how, String why) {
        super("Setting '%s' is %s: %s.".formatted(property, how, why));
        this.property = property;
    }

    /**
     * One that is there.
     *
     * @param why it cannot be used, without a full stop and without its value
     */
    public static MissingSetting unusable(String property, String why) {
        return new MissingSetting(property, "unusable", why);
    }

    /** Its full name, such as {@code errand.registry.url}. */
    public String property() {
        return property;
    }
}
