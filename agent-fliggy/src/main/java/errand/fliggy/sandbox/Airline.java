package errand.fliggy.sandbox;

/**
 * An airline, as it is.
 *
 * @param iata two characters
 * @param share of all flights of the world, in per cent
 * @param baggageKilogrammes of checked baggage in an economy fare
 */
record Airline(String iata, String zh, String en, int share, int baggageKilogrammes) {

    /** Whether it sells nothing but economy. */
    boolean lowCost() {
        return baggageKilogrammes == 0;
    }
}
