package errand.orchestrator.web.stream;

/** A place in the queue, in words. */
final class Queues {

    static final String CODE = "QUEUED";

    private Queues() {}

    /**
     * @param place from 1
     */
    static String told(int place, boolean zh) {
        if (place <= 1) {
            return zh ? "人多，正在排队：下一个就是您。" : "It is busy: you are next in the queue.";
        }
        return zh
                ? "人多，正在排队：前面还有 %d 个，轮到就开始，不用重说。".formatted(place - 1)
                : "It is busy: %d before you in the queue. It begins when it is your turn; no need to say it again."
                        .formatted(place - 1);
    }
}
