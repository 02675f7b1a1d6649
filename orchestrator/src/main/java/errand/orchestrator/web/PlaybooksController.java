package errand.orchestrator.web;

import errand.orchestrator.planner.playbook.Bilingual;
import errand.orchestrator.planner.playbook.Playbook;
import errand.orchestrator.planner.playbook.PlaybookFault;
import errand.orchestrator.planner.playbook.Playbooks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows which scenarios are known, and which files of them could not be read. */
@RestController
class PlaybooksController {

    private final Playbooks playbooks;

    PlaybooksController(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    /**
     * @param says patterns of what people say
     * @param example a request to try it with, or null
     */
    record Known(String name, List<String> says, @Nullable Bilingual example) {
        static Known of(Playbook playbook) {
            return new Known(playbook.name(), playbook.says(), playbook.example());
        }
    }

    record All(List<Known> playbooks, List<PlaybookFault> faults) {}

    @GetMapping("/api/playbooks")
    All playbooks() {
        Playbooks.Shelf shelf = playbooks.current();
        return new All(shelf.playbooks().stream().map(Known::of).toList(), shelf.faults());
    }
}
