/** Small things of the runtime itself. */
export function basicsWx(): Record<string, unknown> {
  return {
    nextTick: (then: () => void) => void setTimeout(then),
    arrayBufferToBase64(bytes: ArrayBuffer) {
      const characters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte));
      return btoa(characters.join(""));
    },
    base64ToArrayBuffer(text: string) {
      return Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer;
    },
    getUpdateManager,
  };
}

/** The phone always runs the newest version: there is never an update. */
function getUpdateManager(): object {
  return {
    onCheckForUpdate(listener: (result: { hasUpdate: boolean }) => void) {
      setTimeout(() => listener({ hasUpdate: false }));
    },
    onUpdateReady() {},
    onUpdateFailed() {},
    applyUpdate() {
      throw new Error("applyUpdate:fail update is not ready");
    },
  };
}
