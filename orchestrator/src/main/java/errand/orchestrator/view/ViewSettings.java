package errand.orchestrator.view;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the view is folded.
 *
 * @param rebuild forget everything at start and fold the log from its beginning
 * @param kept conversations held in memory between batches
 * @param records most records of one batch
 */
@ConfigurationProperties("errand.view")
public record ViewSettings(
        @DefaultValue("false") boolean rebuild,
        @DefaultValue("5000") int kept,
        @DefaultValue("4000") int records) {

    public ViewSettings {
        if (kept < 1 || records < 1) {
            throw new IllegalArgumentException(
                    "errand.view.kept is %d and errand.view.records is %d; both must be at least 1."
                            .formatted(kept, records));
        }
    }
}
