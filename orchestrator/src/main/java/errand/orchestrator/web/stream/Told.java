package errand.orchestrator.web.stream;

import tools.jackson.databind.node.ObjectNode;

/**
 * One event as a page gets it.
 *
 * @param event {@code message plan step consent notice status}
 */
public record Told(Cursor id, String event, ObjectNode data) {

    /** The plan it is about, or an empty text. */
    public String planId() {
        return data.path("planId").asString("");
    }

    /** In the form of server-sent events; the data is one line, as JSON always can be. */
    public String asServerSentEvent() {
        return "id: " + id + "\nevent: " + event + "\ndata: " + data + "\n\n";
    }
}
