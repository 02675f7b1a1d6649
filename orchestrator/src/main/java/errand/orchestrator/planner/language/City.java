package errand.orchestrator.planner.language;

/**
 * A city as people name it.
 *
 * @param zh 杭州
 * @param en Hangzhou
 */
public record City(String zh, String en) {

    public String in(boolean chinese) {
        return chinese ? zh : en;
    }
}
