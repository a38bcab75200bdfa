// Requests per second and their times. autocannon sends; every single time is kept, so that percentiles are exact.

import autocannon from "autocannon";

/** Runs one address, or a list of requests in turn, over so many connections for so many seconds (or `amount` requests). */
export function measure(url, { connections, seconds, amount, requests, headers }) {
  return new Promise((resolve, reject) => {
    const times = [];
    const ends = amount ? { amount } : { duration: seconds };
    const run = autocannon({ url, connections, requests, headers, timeout: 30, ...ends }, (error, result) => {
      if (error) return reject(error);
      if (result.non2xx + result.errors > 0)
        return reject(
          new Error(`${url}: ${result.non2xx} answers were no success, ${result.errors} never came`),
        );
      resolve({
        requestsPerSecond: Math.round(times.length / result.duration),
        ...percentiles(times),
        answers: times.length,
      });
    });
    run.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
}

/** Percentiles of measured milliseconds, to a tenth. */
export function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { p50ms: at(0.5), p95ms: at(0.95), p99ms: at(0.99) };
}
