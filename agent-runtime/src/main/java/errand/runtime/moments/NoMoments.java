package errand.runtime.moments;

/** Moments that pass. */
enum NoMoments implements Moments {
    NONE;

    @Override
    public void reached(String moment, String detail) {}
}
