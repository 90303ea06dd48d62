package iris.alarm;

import java.util.List;
import java.util.Map;

/**
 * What one document changed for one service.
 *
 * @param before its incidents as the document before told them
 * @param first the service was never heard of before: what is over is the past
 * @param arrivals windows that count, in their order
 */
record Turn(Map<String, Memory.Case> before, boolean first, List<Arrival> arrivals) {}
