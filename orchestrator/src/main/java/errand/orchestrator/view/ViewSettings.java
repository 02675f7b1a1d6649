package errand.orchestrator.view;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the view is folded.
 *
 * @param rebuild forget everything at start and fold the log from its beginning
 * @param kept conversations held in memory between batches, some 50 KB each while a plan of seven
 *     steps runs in them
 * @param records most records of one look at the log
 * @param bytes most bytes of records that are written together; a batch takes up to a hundred times
 *     as much memory
 */
@ConfigurationProperties("errand.view")
public record ViewSettings(
        @DefaultValue("false") boolean rebuild,
        @DefaultValue("1000") int kept,
        @DefaultValue("4000") int records,
        @DefaultValue("500000") int bytes) {

    public ViewSettings {
        if (kept < 1 || records < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "errand.view.kept is %d, errand.view.records %d and errand.view.bytes %d; each must be at least 1."
                            .formatted(kept, records, bytes));
        }
    }
}
