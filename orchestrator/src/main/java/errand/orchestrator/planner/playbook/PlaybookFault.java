package errand.orchestrator.planner.playbook;

/**
 * Why a playbook is not used.
 *
 * @param line from 1; 0 where it concerns the file as a whole
 */
public record PlaybookFault(String file, int line, String message) {

    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line : file) + ": " + message;
    }
}
