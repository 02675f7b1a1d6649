package errand.runtime.settings;

/** A setting without which a service cannot start. Its message says which and what it means. */
public final class MissingSetting extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String property;

    public MissingSetting(String property, String meaning) {
        super("Setting '%s' is missing: %s.".formatted(property, meaning));
        this.property = property;
    }

    /** Its full name, such as {@code errand.registry.url}. */
    public String property() {
        return property;
    }
}
