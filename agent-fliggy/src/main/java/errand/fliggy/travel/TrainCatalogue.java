package errand.fliggy.travel;

import errand.agent.Outcome;
import errand.agent.Task;

/** Finds trains. */
public interface TrainCatalogue {

    /**
     * Trains of a day with enough seats, by departure unless said otherwise. Refused: {@code
     * UNKNOWN_CITY}, {@code SAME_CITY}, {@code DATE_PASSED}, {@code DATE_TOO_FAR}.
     */
    Outcome<TrainOffers> search(TrainSearch wish, Task task);
}
