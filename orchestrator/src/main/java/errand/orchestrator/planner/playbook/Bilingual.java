package errand.orchestrator.planner.playbook;

/** The same text in both languages. */
public record Bilingual(String zh, String en) {

    public String in(boolean chinese) {
        return chinese ? zh : en;
    }
}
