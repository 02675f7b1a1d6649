package errand.alipay.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many at once. */
final class Races {

    private Races() {}

    static <O> List<O> race(int runners, Callable<O> work) throws Exception {
        return race(Collections.nCopies(runners, work));
    }

    static <O> List<O> race(List<Callable<O>> works) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<O> outcomes = new ArrayList<>();
            for (Future<O> future : threads.invokeAll(works)) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }
}
