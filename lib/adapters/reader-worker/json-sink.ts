/** JSON text on its way out, kept as bytes: half the memory of strings, and outside the heap that limits a reader. */
export class JsonSink {
  private readonly chunks: Uint8Array[] = [];
  private pending: string[] = [];
  private pendingLength = 0;
  private isFirst = true;

  add(text: string): void {
    this.pending.push(text);
    this.pendingLength += text.length;
    if (this.pendingLength > 262_144) this.flush();
  }

  /** One more item of the list that is being written. */
  addItem(value: unknown): void {
    this.add(`${this.isFirst ? "" : ",\n"}${JSON.stringify(value)}`);
    this.isFirst = false;
  }

  /** Begins a list under a key; items follow, then {@link endList}. */
  beginList(key: string): void {
    this.add(`,"${key}":[`);
    this.isFirst = true;
  }

  endList(): void {
    this.add("]");
  }

  /** All of it; the sink is empty afterwards. */
  take(): Uint8Array {
    this.flush();
    const whole = new Uint8Array(this.chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
    let at = 0;
    for (const chunk of this.chunks.splice(0)) {
      whole.set(chunk, at);
      at += chunk.byteLength;
    }
    return whole;
  }

  private flush(): void {
    this.chunks.push(new TextEncoder().encode(this.pending.join("")));
    this.pending = [];
    this.pendingLength = 0;
  }
}
