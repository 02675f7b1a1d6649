package errand.fliggy.travel;

import java.time.LocalTime;

/** Times of a day for which tickets are sold. */
public enum VisitSlot {
    MORNING("上午场", LocalTime.of(8, 30), LocalTime.of(12, 0)),
    AFTERNOON("下午场", LocalTime.of(12, 0), LocalTime.of(16, 30)),
    EVENING("夜场", LocalTime.of(17, 30), LocalTime.of(21, 0));

    private final String zh;
    private final LocalTime from;
    private final LocalTime to;

    VisitSlot(String zh, LocalTime from, LocalTime to) {
        this.zh = zh;
        this.from = from;
        this.to = to;
    }

    public String zh() {
        return zh;
    }

    public LocalTime from() {
        return from;
    }

    /** Until then one is let in. */
    public LocalTime to() {
        return to;
    }
}
