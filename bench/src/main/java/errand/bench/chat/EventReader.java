package errand.bench.chat;

import java.util.function.Consumer;

/** Puts the lines of a stream of server-sent events together (WHATWG HTML §9.2). */
final class EventReader {

    private final Consumer<Event> to;
    private final StringBuilder data = new StringBuilder();
    private String id = "";
    private String name = "message";

    /** One event; the id is empty for one that stands in no log. */
    record Event(String id, String name, String data) {}

    EventReader(Consumer<Event> to) {
        this.to = to;
    }

    /** The next line, without its end. */
    void line(String line) {
        if (line.isEmpty()) {
            if (!data.isEmpty()) {
                to.accept(new Event(id, name, data.toString()));
            }
            data.setLength(0);
            name = "message";
            id = "";
            return;
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        String text = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "id" -> id = text;
            case "event" -> name = text;
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(text);
            default -> {} // comments and retry times
        }
    }
}
