package errand.taobao.live;

/** The vendor will never take such a call: whoever runs the agent has to set something. */
final class NotAccepted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAccepted(String message) {
        super(message);
    }
}
