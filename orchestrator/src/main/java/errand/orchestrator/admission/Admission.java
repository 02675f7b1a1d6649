package errand.orchestrator.admission;

import errand.orchestrator.admission.Crowd.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Whether a message may be thought about, and a plan carried out, at once. Whoever hands something
 * in asks here first; what is queued comes in when {@link Doorkeeper} says so.
 */
public final class Admission {

    private final Map<Lane, Door> doors = new EnumMap<>(Lane.class);
    private final Map<Lane, Line> lines = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    /**
     * Where something stands in its queue.
     *
     * @param id of the plan or the message
     * @param place from 1
     */
    public record Place(Lane lane, String id, String conversationId, int place) {}

    /** Those who wait in a lane, as they stood a moment ago. */
    private record Line(Map<String, Place> byId, Map<String, List<Place>> byConversation) {
        static final Line EMPTY = new Line(Map.of(), Map.of());

        static Line of(List<Place> places) {
            return new Line(
                    places.stream().collect(Collectors.toMap(Place::id, place -> place)),
                    places.stream().collect(Collectors.groupingBy(Place::conversationId)));
        }
    }

    public Admission(AdmissionSettings settings, MeterRegistry meters) {
        this.meters = meters;
        for (Lane lane : Lane.values()) {
            Door door = new Door(settings.room(lane), System::nanoTime);
            doors.put(lane, door);
            lines.put(lane, Line.EMPTY);
            gauge("errand.admission.queued", lane, door::queued);
            gauge("errand.admission.under.way", lane, door::underWay);
        }
    }

    private void gauge(String name, Lane lane, java.util.function.IntSupplier value) {
        Gauge.builder(name, value::getAsInt).tag("lane", lane.tag()).register(meters);
    }

    /**
     * Asks for one message or plan.
     *
     * @param id its own: the same one asked about again gets the same answer
     */
    public Entry enter(Lane lane, String user, String id) {
        Entry entry = door(lane).enter(user, id);
        meters.counter(
                        "errand.admission.entries",
                        "lane",
                        lane.tag(),
                        "entry",
                        entry.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
        return entry;
    }

    /** Where a plan or message stands now; empty for what does not wait, as far as is known. */
    public Optional<Place> place(String id) {
        return lines.values().stream()
                .flatMap(line -> Optional.ofNullable(line.byId().get(id)).stream())
                .findFirst();
    }

    /** Everything of a conversation that waits, as far as is known. */
    public List<Place> placesIn(String conversationId) {
        return lines.values().stream()
                .flatMap(
                        line ->
                                line
                                        .byConversation()
                                        .getOrDefault(conversationId, List.of())
                                        .stream())
                .toList();
    }

    Door door(Lane lane) {
        return Objects.requireNonNull(doors.get(lane));
    }

    /** Those who wait, the next one first. */
    void stand(Lane lane, List<Waiting> ordered) {
        List<Place> places = new ArrayList<>(ordered.size());
        for (Waiting one : ordered) {
            places.add(new Place(lane, one.id(), one.conversationId(), places.size() + 1));
        }
        lines.put(lane, places.isEmpty() ? Line.EMPTY : Line.of(places));
    }
}
