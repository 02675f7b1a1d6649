package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoingTest {

    @Test
    void the_last_that_was_begun_is_undone_first_and_each_once() {
        List<String> undone = new ArrayList<>();

        try (var undoing = new Undoing()) {
            undoing.add(() -> undone.add("installation"));
            undoing.add(() -> undone.add("bench"));
            undoing.close();
        }

        assertThat(undone).containsExactly("bench", "installation");
    }
}
