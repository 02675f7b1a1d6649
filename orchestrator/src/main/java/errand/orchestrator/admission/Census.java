package errand.orchestrator.admission;

import java.util.Arrays;

/**
 * Everybody who is in or waits in a lane, counted, so that whoever comes next need not count
 * thousands. A wish that waits has as many before it as its person has under way and waiting: that
 * is its rank, from 0. Belongs to one {@link Door}.
 */
final class Census {

    /** How many more wishes have this rank than the one before it. */
    private int[] steps = new int[16];

    private int underWay;
    private int waiting;

    /** One more person, with so much under way and so much that waits. */
    void add(int theirs, int queued) {
        count(theirs, queued, 1);
    }

    /** A person who was counted with just that, no more. */
    void remove(int theirs, int queued) {
        count(theirs, queued, -1);
    }

    private void count(int theirs, int queued, int by) {
        underWay += by * theirs;
        waiting += by * queued;
        if (queued > 0) {
            int end = theirs + queued;
            if (end >= steps.length) {
                steps = Arrays.copyOf(steps, 2 * end);
            }
            steps[theirs] += by;
            steps[end] -= by;
        }
    }

    /** What all have under way. */
    int underWay() {
        return underWay;
    }

    /** What waits. */
    int waiting() {
        return waiting;
    }

    /** How much of what waits has a rank below this one. */
    int below(int rank) {
        int ofThisRank = 0;
        int sum = 0;
        for (int i = 0; i < Math.min(rank, steps.length); i++) {
            ofThisRank += steps[i];
            sum += ofThisRank;
        }
        return sum;
    }
}
