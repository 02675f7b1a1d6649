package errand.orchestrator.admission;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the whole installation lets in at once, whatever the number of orchestrators.
 *
 * @param thoughts messages that the planner has at a time
 * @param thoughtsPerUser those of one person
 * @param plans plans that are carried out at a time; those that wait for a yes do not count
 * @param plansPerUser those of one person
 * @param queue how many may wait in each lane; what comes then is refused, in words
 */
@ConfigurationProperties("errand.admission")
public record AdmissionSettings(
        @DefaultValue("64") int thoughts,
        @DefaultValue("8") int thoughtsPerUser,
        @DefaultValue("400") int plans,
        @DefaultValue("50") int plansPerUser,
        @DefaultValue("20000") int queue) {

    public AdmissionSettings {
        positive("thoughts", thoughts);
        positive("thoughts-per-user", thoughtsPerUser);
        positive("plans", plans);
        positive("plans-per-user", plansPerUser);
        if (queue < 0) {
            throw new IllegalArgumentException(
                    "errand.admission.queue is %d; at least 0 is needed: nobody waits then, and what does not fit is refused."
                            .formatted(queue));
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "errand.admission.%s is %d; at least 1 is needed, or nothing would ever begin."
                            .formatted(name, value));
        }
    }

    Room room(Lane lane) {
        return switch (lane) {
            case PLANNING -> new Room(thoughts, thoughtsPerUser, queue);
            case EXECUTION -> new Room(plans, plansPerUser, queue);
        };
    }

    /** What fits into one lane. */
    record Room(int all, int perUser, int queue) {}
}
