package errand.fliggy.travel;

import java.util.List;

/** Types of passenger trains, by the letter of their number. */
public enum TrainType {
    G("高铁", List.of(SeatClass.SECOND, SeatClass.FIRST, SeatClass.BUSINESS)),
    D("动车", List.of(SeatClass.SECOND, SeatClass.FIRST)),
    Z("直达特快", List.of(SeatClass.HARD_SEAT, SeatClass.HARD_SLEEPER, SeatClass.SOFT_SLEEPER)),
    K("快速", List.of(SeatClass.HARD_SEAT, SeatClass.HARD_SLEEPER, SeatClass.SOFT_SLEEPER));

    private final String zh;
    private final List<SeatClass> classes;

    TrainType(String zh, List<SeatClass> classes) {
        this.zh = zh;
        this.classes = classes;
    }

    public String zh() {
        return zh;
    }

    /** The classes it has, the cheapest first. */
    public List<SeatClass> classes() {
        return classes;
    }

    public boolean has(SeatClass seatClass) {
        return classes.contains(seatClass);
    }
}
