package errand.runtime.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class InMemoryInboxTest extends InboxContract {

    private final List<String> business = Collections.synchronizedList(new ArrayList<>());
    private final InMemoryInbox inbox =
            new InMemoryInbox(
                    () -> {
                        List<String> before = List.copyOf(business);
                        return () -> business.retainAll(before);
                    });

    @Override
    Inbox inbox() {
        return inbox;
    }

    @Override
    void write(String what) {
        business.add(what);
    }

    @Override
    List<String> written() {
        return business;
    }
}
